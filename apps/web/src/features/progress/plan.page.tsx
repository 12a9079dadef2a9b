import type { Enrolment, Roadmap } from '@waymark/contract';
import { dayIn } from '@waymark/contract/rules';
import { useState } from 'react';
import { useParams } from 'react-router';
import { Button, ButtonLink } from '../../ui/button';
import { useZone } from '../../ui/dates';
import layout from '../../ui/layout.module.css';
import { LoadFailed } from '../../ui/load-failed';
import { Notice } from '../../ui/notice';
import { PageHead } from '../../ui/page-head';
import { Skeleton } from '../../ui/skeleton';
import { CalendarFeed } from './calendar-feed';
import { KnownDialog } from './known-dialog';
import { Leave } from './leave';
import { Pauses } from './pauses';
import { planText } from './plan.text';
import { PlanForm } from './plan-form';
import styles from './plan-page.module.css';
import { PlanWeeks } from './plan-weeks';
import { useEnrolment, useRoadmap } from './progress.queries';
import { StartOver } from './start-over';
import { useWeekStart } from './use-week-start';

const text = planText;

/** `/roadmaps/:slug/plan`: the weeks ahead, and all that they follow from. */
export function PlanPage() {
  const { slug = '' } = useParams();
  const roadmap = useRoadmap(slug);
  const { enrolment, isFollowed, error, retry } = useEnrolment(slug);
  const failure = (roadmap.data ? null : roadmap.error) ?? (enrolment ? null : error);
  const again = () => {
    void roadmap.refetch();
    retry();
  };
  if (roadmap.data && enrolment) return <Loaded key={slug} roadmap={roadmap.data} enrolment={enrolment} />;
  return (
    <div className={layout.wrap}>
      <PageHead title={text.title} eyebrow={roadmap.data?.title} />
      {failure && <LoadFailed title={text.failed} error={failure} onRetry={again} />}
      {!failure && isFollowed === false && (
        <Notice tone="info" action={<ButtonLink to={`/roadmaps/${slug}`}>{text.toMap}</ButtonLink>}>
          {text.notFollowed}
        </Notice>
      )}
      {!failure && isFollowed !== false && <Skeleton lines={6} height={64} />}
    </div>
  );
}

function Loaded({ roadmap, enrolment }: { roadmap: Roadmap; enrolment: Enrolment }) {
  const today = dayIn(useZone(), new Date());
  const weekStartsOn = useWeekStart();
  const [marksKnown, setMarksKnown] = useState(false);
  return (
    <div className={layout.wrap}>
      <PageHead title={text.title} eyebrow={roadmap.title}>
        <ButtonLink to={`/roadmaps/${roadmap.slug}`}>{text.toMap}</ButtonLink>
      </PageHead>
      <div className={styles.grid}>
        <PlanWeeks roadmap={roadmap} enrolment={enrolment} today={today} weekStartsOn={weekStartsOn} />
        <div className={styles.column}>
          <PlanForm enrolment={enrolment} today={today} />
          <Pauses enrolment={enrolment} today={today} />
          <section className={styles.section} aria-labelledby="known">
            <h2 id="known">{text.known.title}</h2>
            <p className={styles.lead}>{text.known.lead}</p>
            <Button aria-haspopup="dialog" onClick={() => setMarksKnown(true)}>
              {text.known.open}
            </Button>
          </section>
          <CalendarFeed />
          <StartOver enrolment={enrolment} />
          <Leave enrolment={enrolment} />
        </div>
      </div>
      {marksKnown && <KnownDialog roadmap={roadmap} enrolment={enrolment} onClose={() => setMarksKnown(false)} />}
    </div>
  );
}
