import type { Meeting } from '@waymark/contract';
import { mostNoteCharacters } from '@waymark/contract/rules';
import { useState } from 'react';
import { sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { TextArea } from '../../ui/fields';
import { Markdown } from '../../ui/markdown';
import { Notice } from '../../ui/notice';
import styles from './meetings.module.css';
import { useWriteNotes } from './meetings.queries';
import { meetingsText } from './meetings.text';

const text = meetingsText.notes;

/** One text of both. What the other saves shows at once, unless I am writing: then I am told, and choose. */
export function SharedNotes({ meeting }: { meeting: Meeting }) {
  const { notes } = meeting;
  const [draft, setDraft] = useState<{ text: string; base: number } | null>(null);
  const edit = useWriteNotes(meeting.id);
  const isTold = draft !== null && draft.base !== notes.version && draft.text !== notes.text;
  const save = (base: number) => draft && edit.mutate({ base, text: draft.text }, { onSuccess: () => setDraft(null) });
  if (meeting.closedAt !== null) {
    return (
      <section aria-labelledby="notes" className={styles.part}>
        <h2 id="notes">{text.title}</h2>
        {notes.text.trim() ? <Markdown text={notes.text} /> : <p className={styles.quiet}>{text.none}</p>}
      </section>
    );
  }
  return (
    <section aria-labelledby="notes" className={styles.part}>
      <h2 id="notes">{text.title}</h2>
      {isTold && (
        <Notice tone="alarm" title={text.theirs}>
          <p className={styles.theirs}>{notes.text}</p>
          <div className={styles.acts}>
            <Button onClick={() => setDraft(null)}>{text.takeTheirs}</Button>
            <Button onClick={() => save(notes.version)}>{text.keepMine}</Button>
          </div>
        </Notice>
      )}
      <div className={styles.screen}>
        <TextArea
          label={text.label}
          hint={text.hint}
          rows={8}
          maxLength={mostNoteCharacters}
          value={draft?.text ?? notes.text}
          onChange={(words) => setDraft({ text: words, base: draft?.base ?? notes.version })}
          error={edit.isError && !isTold ? sentenceFor(edit.error) : undefined}
        />
        <Button busy={edit.isPending} disabled={draft === null || isTold} onClick={() => draft && save(draft.base)}>
          {draft === null && edit.isSuccess ? text.saved : text.save}
        </Button>
      </div>
      <div className={styles.paper}>
        <Markdown text={notes.text} />
      </div>
    </section>
  );
}
