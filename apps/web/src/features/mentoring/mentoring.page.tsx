import { Button, ButtonLink } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import layout from '../../ui/layout.module.css';
import { LoadFailed } from '../../ui/load-failed';
import { PageHead } from '../../ui/page-head';
import { Skeleton } from '../../ui/skeleton';
import { WeeklyOffer } from '../notifications/weekly-offer';
import { ReviewQueue } from '../reviews/review-queue';
import { ReviewerSettings } from '../reviews/reviewer-settings';
import { AttentionList } from './attention-list';
import { CohortList } from './cohort-list';
import { Invitations } from './invitations';
import { invitationsText } from './invitations.text';
import styles from './mentoring.module.css';
import { useCohorts, useRoadmapList } from './mentoring.queries';
import { mentoringText } from './mentoring.text';
import { MyLearners } from './my-learners';
import { NewCohort } from './new-cohort';
import { PausedLearners } from './paused-learners';

const text = mentoringText;

export function MentoringPage() {
  const query = useCohorts();
  const roadmaps = useRoadmapList();
  const cohorts = query.data?.pages.flatMap((page) => page.items) ?? [];
  const mentored = cohorts.filter((cohort) => cohort.role === 'mentor');
  const joined = cohorts.filter((cohort) => cohort.role === 'learner');
  const titleOf = (slug: string) => roadmaps.data?.items.find((card) => card.slug === slug)?.title ?? slug;

  return (
    <div className={layout.wrap}>
      <PageHead title={text.title}>
        <ButtonLink to="/cohorts/join" variant={mentored.length > 0 ? 'plain' : 'main'}>
          {text.cohorts.join}
        </ButtonLink>
      </PageHead>
      <div className={styles.page}>
        <ReviewQueue isMentor={mentored.length > 0} />
        {query.isPending && <Skeleton lines={4} height={72} />}
        {query.isError && (
          <LoadFailed title={text.cohorts.loadFailed} error={query.error} onRetry={() => query.refetch()} />
        )}
        {query.isSuccess && cohorts.length === 0 && (
          <EmptyState
            title={text.cohorts.emptyTitle}
            action={<ButtonLink to="/mentoring/ask">{invitationsText.received.ask}</ButtonLink>}
          >
            <p>{text.cohorts.empty}</p>
          </EmptyState>
        )}
        {mentored.length > 0 && (
          <div className={styles.split}>
            <AttentionList />
            <MyLearners cohorts={mentored} />
          </div>
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
        <Invitations />
        <ReviewerSettings />
        {mentored.length > 0 && <WeeklyOffer about="mentoring" />}
        {query.isSuccess && <NewCohort />}
      </div>
    </div>
  );
}
