import type { Enrolment, LearnerDashboard, Roadmap } from '@waymark/contract';
import { HowFar } from '../home/how-far';
import { HalfYear } from '../home/this-week';
import { When } from '../home/when';
import { useWeekStart } from '../progress/use-week-start';
import { mentoringText } from './mentoring.text';

const text = mentoringText.learner;

interface WalkProps {
  roadmap: Roadmap;
  enrolment: Enrolment;
  today: string;
  /** Where a topic opens; nowhere without it. */
  toTopic?: ((id: string) => string) | undefined;
}

/** How far, and when: what the learner has on their home, from there. */
export function LearnerFigures({ roadmap, enrolment, today, toTopic }: WalkProps) {
  const { hoursPerWeek, daysPerWeek, hideEstimates } = enrolment.plan;
  return (
    <>
      <HowFar
        roadmap={roadmap}
        enrolment={enrolment}
        pathTo={({ kind, id }) => (kind === 'topic' && toTopic ? toTopic(id) : null)}
      />
      <When roadmap={roadmap} enrolment={enrolment} today={today}>
        {!hideEstimates && `${text.plan(hoursPerWeek, daysPerWeek)}.`}
      </When>
    </>
  );
}

interface DaysProps {
  activity: NonNullable<LearnerDashboard['activity']>;
  enrolment: Enrolment | null;
  today: string;
}

/** The learner's calendar, their weeks beginning when they say; held against their plan where that is shared. */
export function LearnerDays({ activity, enrolment, today }: DaysProps) {
  const mine = useWeekStart();
  const weekStartsOn = activity.weekStartsOn ?? mine;
  return <HalfYear days={activity.days} plan={enrolment?.plan ?? null} today={today} weekStartsOn={weekStartsOn} />;
}
