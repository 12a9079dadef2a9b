import { useParams, useSearchParams } from 'react-router';
import { ButtonLink } from '../../ui/button';
import { DayText } from '../../ui/dates';
import layout from '../../ui/layout.module.css';
import { LoadFailed } from '../../ui/load-failed';
import { Notice } from '../../ui/notice';
import { PageHead } from '../../ui/page-head';
import { Skeleton } from '../../ui/skeleton';
import styles from './learner.module.css';
import { LearnerActivity } from './learner-activity';
import { LearnerAttention } from './learner-attention';
import { Numbers, PlanLine, SinceLastLook } from './learner-head';
import { LearnerProjects } from './learner-projects';
import { isGone, useLearner, useRoadmaps } from './mentoring.queries';
import { mentoringText } from './mentoring.text';
import { LearnerWords, WayAndTalk } from './way-and-talk.page';

const text = mentoringText.learner;

export function LearnerPage() {
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const slug = search.get('roadmap') ?? 'backend';
  const query = useLearner(id, slug);
  const roadmap = useRoadmaps([slug]).get(slug);
  // An answer kept from before the grant ended is not shown either.
  const dashboard = isGone(query.error) ? undefined : query.data;
  if (isGone(query.error)) {
    return (
      <div className={layout.wrap}>
        <PageHead key="gone" title={text.notShared} />
        <Notice tone="info" action={<ButtonLink to="/mentoring">{text.toMentoring}</ButtonLink>}>
          {text.notSharedText}
        </Notice>
      </div>
    );
  }
  if (!dashboard) {
    return (
      <div className={layout.wrap}>
        <PageHead key="loading" title={text.loading} />
        {query.isPending && <Skeleton lines={6} height={56} />}
        {query.isError && <LoadFailed title={text.loadFailed} error={query.error} onRetry={() => query.refetch()} />}
      </div>
    );
  }

  const { learner, cohort, consent, enrolment } = dashboard;
  const eyebrow = [cohort?.name, roadmap?.title].filter(Boolean).join(', ');
  return (
    <div className={layout.wrap}>
      <PageHead key="learner" title={learner.name} eyebrow={eyebrow}>
        {enrolment && <Numbers summary={enrolment.summary} />}
      </PageHead>
      <div className={styles.page}>
        <div className={styles.intro}>
          <p className={styles.off}>
            {text.shares(learner.name, consent)} {text.since} <DayText day={dashboard.sharedSince.slice(0, 10)} />.{' '}
            {consent.notes ? text.notesOn : text.notesOff}
          </p>
          <SinceLastLook dashboard={dashboard} roadmap={roadmap} />
        </div>
        <div className={styles.columns}>
          <div className={styles.column}>
            <LearnerAttention dashboard={dashboard} roadmap={roadmap} />
            <section className={styles.section} aria-labelledby="learner-way">
              <h2 id="learner-way">{text.way}</h2>
              {enrolment ? (
                <PlanLine enrolment={enrolment} />
              ) : (
                <p className={styles.off}>{text.wayOff(learner.name)}</p>
              )}
              {enrolment &&
                (roadmap ? (
                  <WayAndTalk learner={learner} roadmap={roadmap} enrolment={enrolment} seesNotes={consent.notes} />
                ) : (
                  <Skeleton lines={6} height={48} />
                ))}
            </section>
          </div>
          <div className={styles.column}>
            <LearnerActivity dashboard={dashboard} roadmap={roadmap} />
            <LearnerProjects dashboard={dashboard} roadmap={roadmap} />
            <LearnerWords learner={learner} slug={slug} consent={consent} />
          </div>
        </div>
      </div>
    </div>
  );
}
