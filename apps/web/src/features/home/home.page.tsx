import { useQuery } from '@tanstack/react-query';
import type { EnrolmentCard, Roadmap } from '@waymark/contract';
import { dayIn } from '@waymark/contract/rules';
import { useZone } from '../../ui/dates';
import layout from '../../ui/layout.module.css';
import { LoadFailed } from '../../ui/load-failed';
import { PageHead } from '../../ui/page-head';
import { Todo } from '../meetings/todo';
import { MentorAsks } from '../mentoring/mentor-asks';
import { WeeklyOffer } from '../notifications/weekly-offer';
import { LeftRoadmaps } from '../progress/left-roadmaps';
import { OffersLines } from '../progress/offers-lines';
import { PlannedWeek } from '../progress/planned-week';
import { useEnrolment, useEnrolments, useRoadmap } from '../progress/progress.queries';
import { useWeekStart } from '../progress/use-week-start';
import { withOperations } from '../rooms/room-operations';
import { roomQuery } from '../rooms/rooms.queries';
import { useWaiting } from '../rooms/use-waiting';
import { MySuggestions } from '../talk/my-suggestions';
import { buildNext } from './build-next';
import styles from './home.module.css';
import { useActiveDays, useMyProjects, useMyReviews } from './home.queries';
import { home } from './home.text';
import { HomeSkeleton } from './home-skeleton';
import { HowFar } from './how-far';
import { InHand } from './in-hand';
import { movesOf } from './moves';
import { NextStep } from './next-step';
import { OtherRoadmap } from './other-roadmap';
import rows from './rows.module.css';
import { StartPage } from './start.page';
import { isUntouched } from './steps';
import { ThisWeek } from './this-week';
import { ThreeThings } from './three-things';
import { WaitingOnOthers } from './waiting-on-others';
import { When } from './when';
import { YourMove } from './your-move';
import { YourPlan } from './your-plan';

/** What is next, what waits for me, how far I am, when I will be there, how my week was. */
export function HomePage() {
  const enrolments = useEnrolments();
  const [first, ...others] = enrolments.data?.items ?? [];
  return (
    <div className={layout.wrap}>
      <div className={layout.heard}>
        <PageHead title={home.title} />
      </div>
      {first && <OnTheWay slug={first.roadmap} others={others} />}
      {enrolments.data && !first && <StartPage />}
      {enrolments.isPending && <HomeSkeleton />}
      {enrolments.isError && !enrolments.data && (
        <div className={styles.page}>
          <LoadFailed title={home.loadFailed} error={enrolments.error} onRetry={() => void enrolments.refetch()} />
        </div>
      )}
    </div>
  );
}

/** What fails once is tried again without keeping the rest of the page waiting. */
const isFirstTry = (query: { isPending: boolean; failureCount: number }) => query.isPending && query.failureCount === 0;

/** The words under which the learner left the topic that comes next; a choice has none. */
function useLeftOff(roadmap: Roadmap | undefined, next: string | undefined): string | null {
  const topic = roadmap?.topics.find(({ id }) => id === next);
  const room = useQuery({ ...roomQuery(roadmap?.slug ?? '', topic?.id ?? ''), enabled: topic !== undefined }).data;
  const waiting = useWaiting();
  return (room && withOperations(room, waiting).leftOff) || null;
}

function OnTheWay({ slug, others }: { slug: string; others: EnrolmentCard[] }) {
  const zone = useZone();
  const today = dayIn(zone, new Date());
  const weekStartsOn = useWeekStart();
  const roadmap = useRoadmap(slug);
  const { enrolment, error, retry } = useEnrolment(slug);
  const leftOff = useLeftOff(roadmap.data, enrolment?.next[0]);
  const projects = useMyProjects();
  const activity = useActiveDays();
  const reviews = useMyReviews();
  const failed = [projects, activity, reviews].filter((query) => query.isError && !query.data);
  const failure = (roadmap.data ? null : roadmap.error) ?? (enrolment ? null : error);
  const again = () => {
    void roadmap.refetch();
    retry();
  };
  if (failure)
    return (
      <div className={styles.page}>
        <LoadFailed title={home.loadFailed} error={failure} onRetry={again} />
      </div>
    );
  if (!roadmap.data || !enrolment || [projects, activity, reviews].some(isFirstTry)) return <HomeSkeleton />;
  const mine = projects.data ?? [];
  const walk = { roadmap: roadmap.data, enrolment, today };
  return (
    <div className={styles.grid}>
      <div className={styles.column}>
        <Todo as="learner" />
        <NextStep {...walk} leftOff={leftOff} />
        <MentorAsks />
        {failed[0]?.error && (
          <LoadFailed
            title={home.partFailed}
            error={failed[0].error}
            onRetry={() => failed.forEach((query) => void query.refetch())}
          />
        )}
        <YourMove
          moves={movesOf({
            ...walk,
            projects: mine,
            reviews: reviews.data ?? [],
            startedOn: dayIn(zone, new Date(enrolment.startedAt)),
          })}
          isComplete={projects.data !== undefined && reviews.data !== undefined}
          roadmap={slug}
          today={today}
        />
        <MySuggestions />
        {reviews.data && <WaitingOnOthers reviews={reviews.data} />}
        {others.length > 0 && <OffersLines cards={[enrolment, ...others]} />}
        {projects.data && (
          <InHand projects={mine} roadmap={slug} suggestion={buildNext(roadmap.data, enrolment, mine)} />
        )}
        {others.length > 0 && <Others cards={others} />}
        <LeftRoadmaps />
        <WeeklyOffer about="learning" />
      </div>
      <div className={styles.column}>
        {isUntouched(enrolment) ? (
          <>
            <ThreeThings />
            <YourPlan enrolment={enrolment}>
              <PlannedWeek {...walk} weekStartsOn={weekStartsOn} />
            </YourPlan>
          </>
        ) : (
          <>
            <HowFar {...walk} />
            <When {...walk} />
            {activity.data && (
              <ThisWeek days={activity.data} plan={enrolment.plan} today={today} weekStartsOn={weekStartsOn}>
                <PlannedWeek {...walk} weekStartsOn={weekStartsOn} />
              </ThisWeek>
            )}
          </>
        )}
      </div>
    </div>
  );
}

function Others({ cards }: { cards: EnrolmentCard[] }) {
  return (
    <section className={rows.section} aria-labelledby="others">
      <h2 id="others">{home.others.title}</h2>
      <ul className={styles.others}>
        {cards.map((card) => (
          <Other key={card.roadmap} card={card} />
        ))}
      </ul>
    </section>
  );
}

function Other({ card }: { card: EnrolmentCard }) {
  return <OtherRoadmap card={card} roadmap={useRoadmap(card.roadmap).data} />;
}
