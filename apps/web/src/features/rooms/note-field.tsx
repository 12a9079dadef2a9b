import type { RoomNote } from '@waymark/contract';
import { type ReactNode, useState } from 'react';
import { ProblemError, sentenceFor } from '../../api/problem';
import { useSession } from '../../api/session';
import { TextArea } from '../../ui/fields';
import { Markdown } from '../../ui/markdown';
import { Segmented } from '../../ui/segmented';
import { NoteConflict } from './note-conflict';
import { mostCharacters, type NoteState } from './note-keeper';
import styles from './room.module.css';
import { roomsText } from './rooms.text';
import { useNote } from './use-note';

const text = roomsText.note;

function Status({ state }: { state: NoteState }) {
  const { status, failure } = state;
  const { away } = useSession();
  const over = state.text.length - mostCharacters;
  if (over > 0) {
    return (
      <p className={styles.over} role="alert">
        {text.tooLong(over)}
      </p>
    );
  }
  const isAway = status === 'saving' && (away || !navigator.onLine);
  // That the server cannot be reached is no fault of the text, and the shell says it already.
  const reason = status === 'kept' && failure instanceof ProblemError && failure.status !== 0 && sentenceFor(failure);
  const said = state.text === '' && status === 'saved' ? text.status.empty : text.status[isAway ? 'kept' : status];
  return (
    <p className={styles.status} role="status">
      {[said, reason].filter(Boolean).join('. ')}
    </p>
  );
}

interface NoteFieldProps {
  slug: string;
  topicId: string;
  note: RoomNote;
  /** Says who reads it. */
  children?: ReactNode;
}

/** My note on the topic, saved as I type. */
export function NoteField({ slug, topicId, note, children }: NoteFieldProps) {
  const { keeper, state } = useNote(slug, topicId, note);
  const [view, setView] = useState<'write' | 'preview'>('write');
  return (
    <section className={styles.part}>
      <div className={styles.headed}>
        <h3>{text.title}</h3>
        <Segmented
          label={text.writeOrPreview}
          value={view}
          onChange={setView}
          options={[
            { value: 'write', label: text.write },
            { value: 'preview', label: text.preview },
          ]}
        />
      </div>
      {state.theirs && <NoteConflict keeper={keeper} mine={state.text} theirs={state.theirs} />}
      {view === 'write' ? (
        <div>
          <TextArea label={text.label} rows={8} value={state.text} onChange={keeper.type} onBlur={keeper.flush} />
        </div>
      ) : (
        <div className={styles.preview}>
          {state.text.trim() ? <Markdown text={state.text} /> : <p className={styles.quiet}>{text.nothing}</p>}
        </div>
      )}
      <Status state={state} />
      {children}
    </section>
  );
}
