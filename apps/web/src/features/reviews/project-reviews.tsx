import type { Project } from '@waymark/contract';
import { useRef } from 'react';
import { useSession } from '../../api/session';
import { Button } from '../../ui/button';
import { LoadFailed } from '../../ui/load-failed';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';
import { AskDialog } from './ask-dialog';
import styles from './asking.module.css';
import { askingText } from './asking.text';
import { EarlierReviews } from './earlier-reviews';
import { LatestReview } from './latest-review';
import { useProjectReviews, useReview } from './reviews.queries';
import { useAsking } from './use-asking';

const text = askingText;

interface Props {
  project: Project;
  /** Something is typed that its reviewers would not see. */
  isUnsaved: boolean;
}

/** The reviews of one project, for who builds it: asking, where it stands, what can be done, what was before. */
export function ProjectReviews({ project, isUnsaved }: Props) {
  const myId = useSession().account?.id;
  const heading = useRef<HTMLHeadingElement>(null);
  // What was pressed may be gone by then, and a dialog gives the focus back first.
  const leadFocus = () => requestAnimationFrame(() => heading.current?.focus());
  const list = useProjectReviews(project.id);
  const [latest, ...earlier] = list.data?.items ?? [];
  const review = useReview(latest?.id);
  const asking = useAsking(myId ?? '', project.id, leadFocus);
  const isOver = latest === undefined || (latest.ballWith === null && latest.state !== 'parked');
  const failure = list.isError ? list : review.isError && !review.data ? review : null;

  return (
    <section className={styles.section} aria-labelledby="project-reviews">
      <h2 id="project-reviews" ref={heading} tabIndex={-1}>
        {text.title}
      </h2>
      <p className={styles.lead}>{text.lead}</p>
      {!failure && (list.isPending || (latest && !review.data)) && <Skeleton lines={3} height={48} />}
      {failure && <LoadFailed title={text.loadFailed} error={failure.error} onRetry={() => failure.refetch()} />}
      {latest && review.data && (
        <LatestReview
          review={review.data}
          earlier={earlier}
          project={project}
          myId={myId}
          isUnsaved={isUnsaved}
          onDone={leadFocus}
        />
      )}
      {list.isSuccess && isOver && (
        <div className={styles.ask}>
          {!latest && <p className={styles.quiet}>{text.none}</p>}
          {project.visibility === 'private' ? (
            <Notice tone="info">{text.private}</Notice>
          ) : (
            <>
              {isUnsaved && <p className={styles.unsaved}>{text.unsaved}</p>}
              {asking.isBegun && <p className={styles.quiet}>{text.begun}</p>}
              <Button variant={latest ? 'plain' : 'main'} onClick={asking.open}>
                {latest ? text.again : text.open}
              </Button>
            </>
          )}
        </div>
      )}
      <EarlierReviews reviews={earlier} />
      <AskDialog asking={asking} isUnsaved={isUnsaved} />
    </section>
  );
}
