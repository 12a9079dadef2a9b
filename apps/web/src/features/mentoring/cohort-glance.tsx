import type { Cohort, Roadmap } from '@waymark/contract';
import { LoadFailed } from '../../ui/load-failed';
import { Skeleton } from '../../ui/skeleton';
import styles from './cohort.module.css';
import { useGlance } from './cohorts.queries';
import { cohortsText } from './cohorts.text';
import { GlanceRows } from './glance-rows';
import { GlancePace, GlanceSpread } from './glance-spread';
import { GlanceDeaths, GlanceStalls } from './glance-topics';
import { useRoadmaps } from './mentoring.queries';

const text = cohortsText.glance;

/** A cohort of whom somebody shares something with this mentor: how all are, and each by name. */
export function CohortGlance({ cohort }: { cohort: Cohort }) {
  const query = useGlance(cohort.id);
  const roadmap = useRoadmaps([cohort.roadmap]).get(cohort.roadmap);
  const glance = query.data;
  return (
    <section className={styles.section} aria-labelledby="cohort-glance">
      <h2 id="cohort-glance">{text.title}</h2>
      {query.isPending && <Skeleton lines={6} height={40} />}
      {query.isError && <LoadFailed title={text.loadFailed} error={query.error} onRetry={() => void query.refetch()} />}
      {glance && (
        <>
          <p>{text.who(glance)}</p>
          {glance.learners > 0 && !glance.figures && <p className={styles.quiet}>{text.few}</p>}
          {glance.figures && roadmap && (
            <>
              <GlanceSpread figures={glance.figures} all={glance.sharing} />
              <GlancePace figures={glance.figures} />
              <GlanceStalls figures={glance.figures} titleOf={titleIn(roadmap)} />
              <GlanceDeaths figures={glance.figures} titleOf={titleIn(roadmap)} />
            </>
          )}
          {glance.learners > 0 && roadmap && <GlanceRows cohort={cohort} roadmap={roadmap} />}
        </>
      )}
    </section>
  );
}

function titleIn(roadmap: Roadmap): (topicId: string) => string {
  return (topicId) => roadmap.topics.find(({ id }) => id === topicId)?.title ?? topicId;
}
