import type { SharedNote } from '@waymark/contract';
import { Button } from '../../ui/button';
import { Timestamp } from '../../ui/dates';
import { LoadFailed } from '../../ui/load-failed';
import { Markdown } from '../../ui/markdown';
import styles from './talk.module.css';
import { useSharedNotes } from './talk.queries';
import { talkText } from './talk.text';

const text = talkText.notes;

export function SharedNoteText({ note }: { note: SharedNote }) {
  return (
    <>
      <p className={styles.quiet}>
        {text.written} <Timestamp at={note.updatedAt} />
      </p>
      <Markdown text={note.text} />
    </>
  );
}

/** The notes of a way that its learner shares, the last written first. */
export function SharedNotes({ learner, slug }: { learner: { id: string; name: string }; slug: string }) {
  const query = useSharedNotes(learner.id, slug, null, true);
  const notes = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className={styles.section} aria-labelledby="shared-notes">
      <h2 id="shared-notes">{text.listTitle(learner.name)}</h2>
      {query.isError && !query.data && (
        <LoadFailed title={text.failed} error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.data && notes.length === 0 && <p className={styles.quiet}>{text.none}</p>}
      {notes.map((note) => (
        <details key={note.topicId} className={styles.note}>
          <summary>{note.title}</summary>
          <SharedNoteText note={note} />
        </details>
      ))}
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
