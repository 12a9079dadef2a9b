import type { Enrolment, Roadmap } from '@waymark/contract';
import { dayIn } from '@waymark/contract/rules';
import { type ReactNode, useRef } from 'react';
import { dayText, useZone } from '../../ui/dates';
import { forecastShape } from './forecast-shape';
import { home } from './home.text';
import rows from './rows.module.css';
import { useWidth } from './use-width';
import styles from './when.module.css';
import { WhenDrawing } from './when-drawing';
import { WhenTable } from './when-table';

const text = home.when;

interface WhenProps {
  roadmap: Roadmap;
  enrolment: Enrolment;
  today: string;
  /** What else is said of the plan. */
  children?: ReactNode;
}

/** When it would be done: at one's own pace, by the plan, and within what the source says. */
export function When({ roadmap, enrolment, today, children }: WhenProps) {
  const zone = useZone();
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, 400);
  const { forecast } = enrolment;
  const shape = forecastShape(roadmap, enrolment, today, (instant) => dayIn(zone, new Date(instant)));
  const caption = captionOf(roadmap, enrolment);
  const sentence = forecast.from && forecast.to && text.sentence(dayText(forecast.from), dayText(forecast.to));
  return (
    <section className={rows.section} aria-labelledby="when">
      <h2 id="when">{text.title}</h2>
      <div ref={box} className={styles.drawing}>
        <WhenDrawing
          shape={shape}
          forecast={forecast}
          duration={roadmap.durationMonths}
          width={width}
          label={sentence ?? caption}
        />
      </div>
      {sentence && <p className={styles.sentence}>{sentence}</p>}
      <p className={rows.caption}>
        {caption} {children}
      </p>
      <WhenTable shape={shape} forecast={forecast} duration={roadmap.durationMonths} />
    </section>
  );
}

function captionOf(roadmap: Roadmap, { forecast, plan }: Enrolment): string {
  if (forecast.basis === 'done') return text.done;
  const planned = forecast.planned ? dayText(forecast.planned) : '';
  const hours = home.decimalHours(forecast.hoursPerWeek);
  const { from, to } = roadmap.durationMonths;
  const isPace = forecast.basis === 'pace';
  const bare = isPace ? text.paceBare(planned) : text.byPlanBare(planned);
  const told = isPace ? text.pace(hours, planned) : text.byPlan(hours, planned);
  return `${plan.hideEstimates ? bare : told} ${text.frame(from, to)}`;
}
