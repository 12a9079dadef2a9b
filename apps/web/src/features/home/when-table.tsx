import type { Forecast, Roadmap } from '@waymark/contract';
import { addDays } from '@waymark/contract/rules';
import { DayText } from '../../ui/dates';
import { Figures } from '../../ui/figures';
import type { ForecastShape } from './forecast-shape';
import { home } from './home.text';

const text = home.when;

interface Row {
  day: string;
  what: string;
  done: number;
}

interface WhenTableProps {
  shape: ForecastShape;
  forecast: Forecast;
  duration: Roadmap['durationMonths'];
}

function rowsOf({ shape, forecast, duration }: WhenTableProps): Row[] {
  const { rows } = text;
  const doneBy = (day: string) => shape.walked.findLast((each) => each.day <= day)?.done ?? 0;
  const past = shape.months
    .map((day) => addDays(day, -1))
    .filter((day) => day > shape.start && day < shape.today)
    .map((day) => ({ day, what: rows.monthEnd, done: doneBy(day) }));
  const isPace = forecast.basis === 'pace';
  const ahead = [
    [forecast.from, isPace ? rows.paceFrom : rows.planFrom],
    [forecast.to, isPace ? rows.paceTo : rows.planTo],
    [forecast.planned, rows.planned],
    [shape.frame.from, rows.sourceFrom(duration.from)],
    [shape.frame.to, rows.sourceTo(duration.to)],
  ] as const;
  const ends = ahead.flatMap(([day, what]) => (day ? [{ day, what, done: shape.required }] : []));
  return [
    { day: shape.start, what: rows.start, done: doneBy(shape.start) },
    ...past,
    { day: shape.today, what: rows.today, done: doneBy(shape.today) },
    ...ends.sort((a, b) => (a.day < b.day ? -1 : 1)),
  ];
}

export function WhenTable(props: WhenTableProps) {
  return (
    <Figures
      summary={text.table}
      caption={text.tableCaption}
      columns={[{ name: text.day }, { name: text.what }, { name: text.doneColumn }]}
    >
      {rowsOf(props).map((row) => (
        <tr key={`${row.day} ${row.what}`}>
          <th scope="row">
            <DayText day={row.day} />
          </th>
          <td data-words>{row.what}</td>
          <td>{row.done.toLocaleString()}</td>
        </tr>
      ))}
    </Figures>
  );
}
