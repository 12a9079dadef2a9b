import type { Cohort } from '@waymark/contract';
import { useParams } from 'react-router';
import { ButtonLink } from '../../ui/button';
import layout from '../../ui/layout.module.css';
import { LoadFailed } from '../../ui/load-failed';
import { Notice } from '../../ui/notice';
import { PageHead } from '../../ui/page-head';
import { Skeleton } from '../../ui/skeleton';
import { CodeSettings } from './code-settings';
import styles from './cohort.module.css';
import { invitationsText } from './invitations.text';
import { isGone, useCohort, useRoadmapList } from './mentoring.queries';
import { mentoringText } from './mentoring.text';
import { MyLearners } from './my-learners';
import { MyShare } from './my-share';

const text = mentoringText.cohort;

function ForMentor({ cohort, roadmapTitle }: { cohort: Cohort; roadmapTitle: string }) {
  return (
    <>
      <p className={styles.lead}>{text.youMentor(roadmapTitle)}</p>
      <section className={styles.section}>
        <h2>{text.letIn}</h2>
        <CodeSettings cohort={cohort} />
        <p>
          <ButtonLink to={`/cohorts/${cohort.id}/import`}>{invitationsText.roster.title}</ButtonLink>
        </p>
      </section>
      <MyLearners cohorts={[]} only={cohort.id} title={text.learners} />
    </>
  );
}

export function CohortPage() {
  const { id = '' } = useParams();
  const query = useCohort(id);
  const roadmaps = useRoadmapList();
  const cohort = query.data;

  if (!cohort || isGone(query.error)) {
    return (
      <div className={layout.wrap}>
        <PageHead title={text.eyebrow} />
        {query.isPending && <Skeleton lines={4} height={48} />}
        {isGone(query.error) && (
          <Notice tone="info" action={<ButtonLink to="/mentoring">{text.toMentoring}</ButtonLink>}>
            {text.notFound}
          </Notice>
        )}
        {query.isError && !isGone(query.error) && (
          <LoadFailed title={text.loadFailed} error={query.error} onRetry={() => query.refetch()} />
        )}
      </div>
    );
  }

  const roadmapTitle = roadmaps.data?.items.find((card) => card.slug === cohort.roadmap)?.title ?? cohort.roadmap;
  return (
    <div className={layout.wrap}>
      <PageHead title={cohort.name} eyebrow={text.eyebrow}>
        {cohort.role === 'learner' && <ButtonLink to={`/roadmaps/${cohort.roadmap}`}>{text.toRoadmap}</ButtonLink>}
      </PageHead>
      <div className={styles.page}>
        {cohort.role === 'mentor' ? (
          <ForMentor cohort={cohort} roadmapTitle={roadmapTitle} />
        ) : (
          <MyShare cohort={cohort} roadmapTitle={roadmapTitle} />
        )}
      </div>
    </div>
  );
}
