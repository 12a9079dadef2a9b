import { isPressing, oldestFirst } from '@waymark/contract/rules';
import { Link } from 'react-router';
import { Button } from '../../ui/button';
import { LoadFailed } from '../../ui/load-failed';
import { Skeleton } from '../../ui/skeleton';
import styles from './mentoring.module.css';
import { useRoadmaps, useRoster } from './mentoring.queries';
import { mentoringText } from './mentoring.text';
import { AttentionLine } from './needs-attention';
import { QuietActs } from './quiet-acts';
import { learnerPath } from './roster';
import { useToday } from './use-today';

const text = mentoringText.attention;

/** What presses today, over all my learners, who has waited longest first; a page of learners at a time. */
export function AttentionList() {
  const today = useToday();
  const query = useRoster({ attention: 'any', sort: 'attention' });
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const roadmaps = useRoadmaps(rows.map((row) => row.roadmap));
  const due = rows
    .flatMap((row) =>
      (row.attention ?? []).filter((told) => isPressing(told, today)).map((attention) => ({ row, attention })),
    )
    .toSorted((a, b) => oldestFirst(a.attention, b.attention));
  const titleOf = (slug: string, topicId: string | null) =>
    roadmaps.get(slug)?.topics.find((topic) => topic.id === topicId)?.title ?? null;

  return (
    <section className={styles.section} aria-labelledby="needs-attention">
      <h2 id="needs-attention">
        {text.title} {due.length > 0 && <small>{text.count(due.length)}</small>}
      </h2>
      {query.isPending && <Skeleton lines={2} height={64} />}
      {query.isError && <LoadFailed title={text.loadFailed} error={query.error} onRetry={() => query.refetch()} />}
      {query.isSuccess && due.length === 0 && <p className={styles.quiet}>{text.none}</p>}
      <ul className={styles.due}>
        {due.map(({ row, attention }) => (
          <AttentionLine
            key={`${row.learner.id}-${row.roadmap}-${row.cohort?.id}-${attention.key}`}
            attention={attention}
            name={row.learner.name}
            topicTitle={titleOf(row.roadmap, attention.topicId)}
            lastActiveDay={row.lastActiveDay}
            today={today}
            action={
              <Link to={learnerPath(row)} aria-label={text.openLearner(row.learner.name)}>
                {text.open}
              </Link>
            }
            acts={(sentence) => (
              <QuietActs told={attention} learnerId={row.learner.id} roadmap={row.roadmap} sentence={sentence} />
            )}
          />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button busy={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {mentoringText.showMore}
        </Button>
      )}
    </section>
  );
}
