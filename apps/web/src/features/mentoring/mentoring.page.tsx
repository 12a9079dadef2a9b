import { Button, ButtonLink } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import layout from '../../ui/layout.module.css';
import { LoadFailed } from '../../ui/load-failed';
import { PageHead } from '../../ui/page-head';
import { Skeleton } from '../../ui/skeleton';
import { ReviewQueue, useQueues } from '../reviews/review-queue';
import { ReviewerSettings } from '../reviews/reviewer-settings';
import { HelpList } from '../talk/help-list';
import { useHelpList } from '../talk/talk.queries';
import { ArchivedCohorts } from './archived-cohorts';
import { AttentionList } from './attention-list';
import { CohortList } from './cohort-list';
import { CohortOffers } from './cohort-offers';
import { Invitations } from './invitations';
import { invitationsText } from './invitations.text';
import styles from './mentoring.module.css';
import { useCohorts, useRoadmapList, useRoster } from './mentoring.queries';
import { mentoringText } from './mentoring.text';
import { countOf, MentoringNav } from './mentoring-nav';
import { mentoringNavText as places } from './mentoring-nav.text';
import { MyLearners } from './my-learners';
import { NewCohort } from './new-cohort';
import { PausedLearners } from './paused-learners';

const text = mentoringText;
/** As the list of my learners begins. */
const everybody = { sort: 'attention' } as const;

/** Where to on this page: what is not there is left out. */
function Places({ isMentor, mentored, joined }: { isMentor: boolean; mentored: number; joined: number }) {
  const { mine, learners, isShown } = useQueues(isMentor);
  const help = countOf(useHelpList());
  const attention = useRoster({ attention: 'any', sort: 'attention' });
  const roster = useRoster(everybody);
  const all = [
    help !== '' && help !== '0' && { id: 'asks-for-help', label: places.help, count: help },
    isShown && { id: 'your-turn', label: places.turn, count: countOf(mine) },
    isShown && { id: 'waiting-on-learner', label: places.waiting, count: countOf(learners) },
    { id: 'invitations', label: places.invitations },
    isMentor && { id: 'needs-attention', label: places.attention, count: countOf(attention) },
    isMentor && { id: 'my-learners', label: places.learners, count: countOf(roster) },
    mentored > 0 && { id: 'mentored', label: places.mentored, count: mentored.toLocaleString() },
    joined > 0 && { id: 'joined', label: places.joined, count: joined.toLocaleString() },
    { id: 'reviewer', label: places.reviewer },
  ];
  return <MentoringNav places={all.filter((place) => place !== false)} />;
}

export function MentoringPage() {
  const query = useCohorts();
  const roadmaps = useRoadmapList();
  const cohorts = query.data?.pages.flatMap((page) => page.items) ?? [];
  const mentored = cohorts.filter((cohort) => cohort.role === 'mentor');
  const joined = cohorts.filter((cohort) => cohort.role === 'learner');
  const roster = useRoster(everybody);
  // Some have learners and no cohort: they came by a code of the mentor's own, or asked.
  const isMentor = mentored.length > 0 || (roster.data?.pages[0]?.items.length ?? 0) > 0;
  const titleOf = (slug: string) => roadmaps.data?.items.find((card) => card.slug === slug)?.title ?? slug;

  return (
    <div className={layout.wrap}>
      <PageHead title={text.title}>
        <ButtonLink to="/cohorts/join" variant={mentored.length > 0 ? 'plain' : 'main'}>
          {text.cohorts.join}
        </ButtonLink>
      </PageHead>
      <div className={styles.page}>
        <Places isMentor={isMentor} mentored={mentored.length} joined={joined.length} />
        <CohortOffers />
        <HelpList />
        <ReviewQueue isMentor={isMentor} />
        {query.isPending && <Skeleton lines={4} height={72} />}
        {query.isError && (
          <LoadFailed title={text.cohorts.loadFailed} error={query.error} onRetry={() => query.refetch()} />
        )}
        {query.isSuccess && cohorts.length === 0 && !isMentor && (
          <EmptyState
            title={text.cohorts.emptyTitle}
            action={<ButtonLink to="/mentoring/ask">{invitationsText.received.ask}</ButtonLink>}
          >
            <p>{text.cohorts.empty}</p>
          </EmptyState>
        )}
        <Invitations />
        {isMentor && (
          <>
            <AttentionList />
            <MyLearners cohorts={mentored} />
          </>
        )}
        <PausedLearners />
        {mentored.length > 0 && (
          <section className={styles.section} aria-labelledby="mentored">
            <h2 id="mentored">{text.cohorts.mentored}</h2>
            <CohortList cohorts={mentored} titleOf={titleOf} />
          </section>
        )}
        {joined.length > 0 && (
          <section className={styles.section} aria-labelledby="joined">
            <h2 id="joined">{text.cohorts.joined}</h2>
            <CohortList cohorts={joined} titleOf={titleOf} />
          </section>
        )}
        {query.hasNextPage && (
          <Button busy={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
            {text.showMore}
          </Button>
        )}
        <ArchivedCohorts titleOf={titleOf} />
        <ReviewerSettings />
        {query.isSuccess && <NewCohort />}
      </div>
    </div>
  );
}
