import type { Enrolment } from '@waymark/contract';
import { DayText } from '../../ui/dates';
import { Mark } from '../../ui/mark';
import styles from './learner.module.css';
import { mentoringText } from './mentoring.text';

const text = mentoringText;

/** The three nested numbers. */
export function Numbers({ summary }: Pick<Enrolment, 'summary'>) {
  const numbers = [
    ['learned', summary.done, text.learner.done(summary.required)],
    ['shown', summary.shown, text.learner.shown],
    ['confirmed', summary.confirmed, text.learner.confirmed],
  ] as const;
  return (
    <dl className={styles.numbers}>
      {numbers.map(([kind, count, label]) => (
        <div key={kind}>
          <dt>
            <Mark kind={kind} label={null} size={18} />
            {label}
          </dt>
          <dd>{count.toLocaleString()}</dd>
        </div>
      ))}
    </dl>
  );
}

export function PlanLine({ enrolment }: { enrolment: Enrolment }) {
  const { forecast, plan } = enrolment;
  return (
    <p className={styles.off}>
      {forecast.basis === 'done' && text.learner.forecastDone}
      {forecast.from && forecast.to && (
        <>
          {text.learner.forecast} <DayText day={forecast.from} /> {text.learner.and} <DayText day={forecast.to} />.{' '}
        </>
      )}
      {text.learner.plan(plan.hoursPerWeek, plan.daysPerWeek)}.
    </p>
  );
}
