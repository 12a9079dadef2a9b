import type { GlanceFigures } from '@waymark/contract';
import { Figures } from '../../ui/figures';
import { cohortsText } from './cohorts.text';
import styles from './glance.module.css';

const text = cohortsText.glance;
const height = 96;
const barWidth = 28;
const gap = 4;

/** How many have how much done, in ten bars; the same as a table. */
export function GlanceSpread({ figures, all }: { figures: GlanceFigures; all: number }) {
  const { deciles } = figures;
  const most = Math.max(...deciles, 1);
  const width = deciles.length * (barWidth + gap);
  return (
    <section className={styles.part} aria-labelledby="glance-spread">
      <h3 id="glance-spread">{text.spread}</h3>
      <svg
        className={styles.bars}
        viewBox={`0 0 ${width} ${height + 36}`}
        role="img"
        aria-label={text.spreadPicture(all)}
      >
        {deciles.map((count, place) => {
          const high = (count / most) * height;
          const x = place * (barWidth + gap);
          return (
            <g key={text.decile(place)}>
              <rect className={styles.bar} x={x} y={16 + height - high} width={barWidth} height={high} rx={2} />
              {count > 0 && (
                <text className={styles.count} x={x + barWidth / 2} y={12 + height - high}>
                  {count.toLocaleString()}
                </text>
              )}
              <text className={styles.place} x={x + barWidth / 2} y={height + 32}>
                {place * 10}
              </text>
            </g>
          );
        })}
        <line className={styles.ground} x1={0} x2={width} y1={height + 16} y2={height + 16} />
      </svg>
      <Figures
        summary={text.spreadTable}
        caption={text.spreadPicture(all)}
        columns={[{ name: text.percent }, { name: text.share }]}
      >
        {deciles.map((count, place) => (
          <tr key={text.decile(place)}>
            <th scope="row">{text.decile(place)}</th>
            <td>{count.toLocaleString()}</td>
          </tr>
        ))}
      </Figures>
    </section>
  );
}

const standings = ['ahead', 'within', 'behind', 'done'] as const;

export function GlancePace({ figures: { pace, hours } }: { figures: GlanceFigures }) {
  return (
    <section className={styles.part} aria-labelledby="glance-pace">
      <h3 id="glance-pace">{text.pace}</h3>
      <dl className={styles.counts}>
        {standings.map((standing) => (
          <div key={standing}>
            <dt>{text.standing[standing]}</dt>
            <dd>{pace[standing].toLocaleString()}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.quiet}>{hours ? text.hours(hours.done, hours.planned, hours.learners) : text.noHours}</p>
    </section>
  );
}
