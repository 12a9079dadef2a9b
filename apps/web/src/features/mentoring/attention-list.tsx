import { attentionDue, oldestFirst } from '@waymark/contract/rules';
import { Link } from 'react-router';
import { Button } from '../../ui/button';
import { Skeleton } from '../../ui/skeleton';
import { attentionKey } from './attention-sentences';
import styles from './mentoring.module.css';
import { useRoadmaps, useRoster } from './mentoring.queries';
import { mentoringText } from './mentoring.text';
import { AttentionLine } from './needs-attention';
import { learnerPath } from './roster';
import { useToday } from './use-today';

const text = mentoringText.attention;

/**
 * What is due today, over all my learners. The roster by attention has what is about the way on its first pages; of projects
 * each page says its own, so that more may stand on any.
 */
export function AttentionList() {
  const today = useToday();
  const query = useRoster('attention', null);
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const roadmaps = useRoadmaps(rows.map((row) => row.roadmap));
  const due = rows
    .flatMap((row) => attentionDue(row.attention ?? [], today).map((attention) => ({ row, attention })))
    .toSorted((a, b) => oldestFirst(a.attention, b.attention));
  const titleOf = (slug: string, topicId: string | null) =>
    roadmaps.get(slug)?.topics.find((topic) => topic.id === topicId)?.title ?? null;

  // The roster beside it says what failed, and how to try again.
  if (query.isError) return null;
  return (
    <section className={styles.section} aria-labelledby="needs-attention">
      <h2 id="needs-attention">
        {text.title} {due.length > 0 && <small>{text.count(due.length)}</small>}
      </h2>
      {query.isPending && <Skeleton lines={2} height={64} />}
      {query.isSuccess && due.length === 0 && <p className={styles.quiet}>{text.none}</p>}
      <ul className={styles.lines}>
        {due.map(({ row, attention }) => (
          <AttentionLine
            key={`${row.learner.id}-${row.roadmap}-${row.cohort?.id}-${attentionKey(attention)}`}
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
