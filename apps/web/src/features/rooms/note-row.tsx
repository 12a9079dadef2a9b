import type { NoteHit } from '@waymark/contract';
import { useState } from 'react';
import { Link } from 'react-router';
import { Timestamp } from '../../ui/dates';
import { Markdown } from '../../ui/markdown';
import styles from './notes.module.css';
import { roomsText } from './rooms.text';

const text = roomsText.notes;

function Excerpt({ note }: { note: NoteHit }) {
  const { excerpt, hit } = note;
  if (!hit) return <p className={styles.excerpt}>{excerpt}</p>;
  return (
    <p className={styles.excerpt}>
      {excerpt.slice(0, hit.from)}
      <mark>{excerpt.slice(hit.from, hit.to)}</mark>
      {excerpt.slice(hit.to)}
    </p>
  );
}

/** One note: where it belongs, the piece of it that was looked for, and the whole of it when asked. */
export function NoteRow({ note, roadmap }: { note: NoteHit; roadmap: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <li className={styles.note}>
      <h2>
        <Link to={`/roadmaps/${note.roadmap}/topics/${note.topicId}`}>{note.title}</Link>
      </h2>
      <p className={styles.quiet}>
        {roadmap}, <Timestamp at={note.updatedAt} />
      </p>
      {!isOpen && <Excerpt note={note} />}
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{text.whole}</summary>
        {isOpen && <Markdown text={note.text} />}
      </details>
    </li>
  );
}
