import { useDeferredValue, useEffect, useState } from 'react';
import { Button, ButtonLink } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { SelectField, TextField } from '../../ui/fields';
import layout from '../../ui/layout.module.css';
import { LoadFailed } from '../../ui/load-failed';
import { PageHead } from '../../ui/page-head';
import { Skeleton } from '../../ui/skeleton';
import { useEnrolments, useRoadmap } from '../progress/progress.queries';
import { NoteRow } from './note-row';
import styles from './notes.module.css';
import { RefreshList } from './refresh-list';
import { useNotes } from './rooms.queries';
import { roomsText } from './rooms.text';

const text = roomsText.notes;
const pauseMs = 200;

/** What was typed, after a short pause: not every letter is a question to the server. */
function usePaused(typed: string): string {
  const [paused, setPaused] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(typed), pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return useDeferredValue(paused);
}

function RefreshOf({ slug }: { slug: string }) {
  const roadmap = useRoadmap(slug).data;
  return roadmap ? <RefreshList roadmap={roadmap} /> : null;
}

/** `/notes`: all my notes, and what may be worth another look. */
export function NotesPage() {
  const [typed, setTyped] = useState('');
  const [slug, setSlug] = useState('');
  const enrolments = useEnrolments().data?.items ?? [];
  const sought = usePaused(typed.trim());
  return (
    <div className={layout.wrap}>
      <PageHead title={text.title} />
      <div className={styles.columns}>
        <div>
          <search className={styles.filters}>
            <TextField label={text.search} type="search" value={typed} maxLength={200} onChange={setTyped} />
            {enrolments.length > 1 && (
              <SelectField
                label={text.roadmap}
                value={slug}
                onChange={setSlug}
                options={[
                  { value: '', label: text.all },
                  ...enrolments.map(({ roadmap, title }) => ({ value: roadmap, label: title })),
                ]}
              />
            )}
          </search>
          <Found sought={sought} slug={slug} />
        </div>
        <div className={layout.stack}>
          {enrolments.map(({ roadmap }) => (
            <RefreshOf key={roadmap} slug={roadmap} />
          ))}
        </div>
      </div>
    </div>
  );
}

function Found({ sought, slug }: { sought: string; slug: string }) {
  const query = useNotes(sought, slug);
  const titles = new Map(useEnrolments().data?.items.map(({ roadmap, title }) => [roadmap, title]));
  const notes = query.data?.pages.flatMap(({ items }) => items) ?? [];
  if (query.isError && !query.data) {
    return <LoadFailed title={text.failed} error={query.error} onRetry={() => query.refetch()} />;
  }
  if (query.isPending) return <Skeleton lines={5} height={72} />;
  if (notes.length === 0 && sought === '') {
    return (
      <EmptyState title={text.nothing} action={<ButtonLink to="/roadmaps">{text.toRoadmaps}</ButtonLink>}>
        {text.nothingText}
      </EmptyState>
    );
  }
  return (
    <>
      <p className={styles.found} role="status">
        {notes.length === 0 ? `${text.notFound}. ${text.notFoundText}` : text.found(notes.length, query.hasNextPage)}
      </p>
      <ul className={styles.list}>
        {notes.map((note) => (
          <NoteRow
            key={`${note.roadmap}/${note.topicId}`}
            note={note}
            roadmap={titles.get(note.roadmap) ?? note.roadmap}
          />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button busy={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {text.more}
        </Button>
      )}
    </>
  );
}
