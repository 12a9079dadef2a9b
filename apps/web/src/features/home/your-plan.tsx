import type { Enrolment } from '@waymark/contract';
import type { ReactNode } from 'react';
import { dayText } from '../../ui/dates';
import { home } from './home.text';
import rows from './rows.module.css';

const text = home.first;

/** The plan in words, before there is a pace to draw. */
export function YourPlan({
  enrolment: { plan, forecast },
  children,
}: {
  enrolment: Enrolment;
  /** What is planned for this week. */
  children?: ReactNode;
}) {
  return (
    <section className={rows.section} aria-labelledby="your-plan">
      <h2 id="your-plan">{text.planTitle}</h2>
      <p>
        {plan.hideEstimates
          ? text.planDays(text.days(plan.daysPerWeek))
          : text.plan(home.decimalHours(plan.hoursPerWeek), text.days(plan.daysPerWeek))}{' '}
        {forecast.from && forecast.to && text.planEnd(dayText(forecast.from), dayText(forecast.to))}
      </p>
      <p className={rows.caption}>{text.planNote}</p>
      {children}
    </section>
  );
}
