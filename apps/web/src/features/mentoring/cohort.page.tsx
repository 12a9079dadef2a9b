import type { Cohort } from '@waymark/contract';
import { useParams } from 'react-router';
import { ButtonLink } from '../../ui/button';
import { dayText } from '../../ui/dates';
import layout from '../../ui/layout.module.css';
import { LoadFailed } from '../../ui/load-failed';
import { Notice } from '../../ui/notice';
import { PageHead } from '../../ui/page-head';
import { Segmented } from '../../ui/segmented';
import { Skeleton } from '../../ui/skeleton';
import { useSearch } from '../../ui/use-search';
import { CodeSettings } from './code-settings';
import styles from './cohort.module.css';
import { CohortGlance } from './cohort-glance';
import { CohortMentors } from './cohort-mentors';
import { CohortNames } from './cohort-names';
import { BringBack, CohortSettings } from './cohort-settings';
import { cohortsText } from './cohorts.text';
import { invitationsText } from './invitations.text';
import { isGone, useCohort, useRoadmapList } from './mentoring.queries';
import { mentoringText } from './mentoring.text';
import { MyLearners } from './my-learners';
import { MyShare } from './my-share';

const text = mentoringText.cohort;
const { views, days, archived } = cohortsText;
const shown = ['learners', 'glance', 'settings'] as const;

function daysOf({ startsOn, endsOn }: Cohort): string {
  if (startsOn && endsOn) return days.between(dayText(startsOn), dayText(endsOn));
  if (startsOn) return days.from(dayText(startsOn));
  return endsOn ? days.until(dayText(endsOn)) : '';
}

function ForMentor({ cohort, roadmapTitle }: { cohort: Cohort; roadmapTitle: string }) {
  const [search, setSearch] = useSearch();
  const view = shown.find((each) => each === search.get('view')) ?? 'learners';
  return (
    <>
      <p className={styles.lead}>
        {text.youMentor(roadmapTitle)} {daysOf(cohort)}
      </p>
      {cohort.archivedAt && <BringBack cohort={cohort} />}
      <Segmented
        label={views.label}
        value={view}
        onChange={(next) => setSearch(new URLSearchParams(next === 'learners' ? {} : { view: next }))}
        options={shown.map((value) => ({ value, label: views[value] }))}
      />
      {view === 'learners' && (
        <>
          {!cohort.archivedAt && (
            <section className={styles.section}>
              <h2>{text.letIn}</h2>
              <CodeSettings cohort={cohort} />
              <p>
                <ButtonLink to={`/cohorts/${cohort.id}/import`}>{invitationsText.roster.title}</ButtonLink>
              </p>
            </section>
          )}
          <MyLearners cohorts={[]} only={cohort.id} title={text.learners} />
        </>
      )}
      {view === 'glance' && <CohortGlance cohort={cohort} />}
      {view === 'settings' && (
        <>
          {!cohort.archivedAt && <CohortSettings cohort={cohort} />}
          <CohortMentors cohort={cohort} />
        </>
      )}
    </>
  );
}

function ForLearner({ cohort, roadmapTitle }: { cohort: Cohort; roadmapTitle: string }) {
  const when = daysOf(cohort);
  return (
    <>
      {cohort.archivedAt && <Notice tone="info">{archived.forLearners}</Notice>}
      {when && <p className={styles.lead}>{when}</p>}
      <MyShare cohort={cohort} roadmapTitle={roadmapTitle} />
      <CohortNames cohort={cohort} />
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
  const For = cohort.role === 'mentor' ? ForMentor : ForLearner;
  return (
    <div className={layout.wrap}>
      <PageHead title={cohort.name} eyebrow={text.eyebrow}>
        {cohort.role === 'learner' && <ButtonLink to={`/roadmaps/${cohort.roadmap}`}>{text.toRoadmap}</ButtonLink>}
      </PageHead>
      <div className={styles.page}>
        <For cohort={cohort} roadmapTitle={roadmapTitle} />
      </div>
    </div>
  );
}
