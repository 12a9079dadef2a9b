import type { Help } from '@waymark/contract';
import { Link } from 'react-router';
import { Button } from '../../ui/button';
import { Timestamp } from '../../ui/dates';
import { LoadFailed } from '../../ui/load-failed';
import styles from './talk.module.css';
import { useHelpList } from './talk.queries';
import { talkText } from './talk.text';

const text = talkText.help;

/** Where a mentor answers it. */
export function helpPath({ learner, about }: Pick<Help, 'learner' | 'about'>): string {
  const page = `/mentoring/learners/${learner.id}`;
  return about.kind === 'topic' ? `${page}?roadmap=${about.roadmap}&topic=${about.topicId}` : page;
}

/** Who of a mentor's learners asks for help, the longest wait first. Nobody: nothing stands here. */
export function HelpList() {
  const query = useHelpList();
  const asked = query.data?.pages.flatMap(({ items }) => items) ?? [];
  if (query.isError && !query.data) {
    return <LoadFailed title={text.listFailed} error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (asked.length === 0 && !query.hasNextPage) return null;
  return (
    <section className={styles.section} aria-labelledby="asks-for-help">
      <h2 id="asks-for-help">{text.listTitle}</h2>
      <p className={styles.quiet}>{text.listLead}</p>
      <ul className={styles.list}>
        {asked.map((help) => (
          <li key={help.id} className={styles.help}>
            <p>
              <b>{text.about(help.learner.name, help.title)}</b> <Timestamp at={help.askedAt} />
            </p>
            <p className={styles.words}>{help.sentence}</p>
            <div>
              <Link to={helpPath(help)} aria-label={text.openOf(help.learner.name, help.title)}>
                {text.open}
              </Link>
            </div>
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <div>
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {text.more}
          </Button>
        </div>
      )}
    </section>
  );
}
