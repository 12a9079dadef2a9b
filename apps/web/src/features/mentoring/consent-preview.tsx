import { consentKeys } from '@waymark/contract/rules';
import { useId } from 'react';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';
import styles from './consent-preview.module.css';
import { LearnerDashboardView } from './learner-dashboard-view';
import { useRoadmaps } from './mentoring.queries';
import type { Previewing, usePreviewGrant } from './sharing.queries';
import { sharingText } from './sharing.text';

const text = sharingText.preview;

interface Props extends Previewing {
  mentorNames: readonly string[];
  query: ReturnType<typeof usePreviewGrant>;
}

/** My own page as a mentor would see it, following the switches above it. */
export function ConsentPreview({ roadmap: slug, consent, mentorNames, query }: Props) {
  const id = useId();
  const roadmap = useRoadmaps([slug]).get(slug);
  const { data } = query;
  const seesMore =
    data && !query.isPlaceholderData && consentKeys.some((key) => data.dashboard.consent[key] && !consent[key]);
  return (
    <section className={styles.preview} aria-labelledby={id}>
      <h2 id={id}>{text.title(mentorNames)}</h2>
      {query.isPending && <Skeleton lines={5} height={28} />}
      {query.isError && (
        <Notice tone="alarm" action={<Button onClick={() => query.refetch()}>{text.retry}</Button>}>
          {text.failed}
        </Notice>
      )}
      {data && !query.isError && (
        <>
          <p className={styles.off}>
            {text.as(mentorNames)} {data.privateProjects > 0 && text.hidden(data.privateProjects)}
          </p>
          {!data.isFollowed && <p className={styles.off}>{text.notFollowed}</p>}
          {seesMore && <p>{text.others(mentorNames)}</p>}
          <section
            className={styles.page}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is to be scrolled by keys, too
            tabIndex={0}
            aria-label={text.page(mentorNames)}
            aria-busy={query.isFetching}
          >
            <LearnerDashboardView dashboard={data.dashboard} roadmap={roadmap} />
          </section>
        </>
      )}
    </section>
  );
}
