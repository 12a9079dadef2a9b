import type { Meeting, MeetingLine, Roadmap } from '@waymark/contract';
import { type FormEvent, useRef, useState } from 'react';
import { sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/fields';
import { AgendaLine } from './agenda-line';
import { changeSentence } from './change-sentence';
import styles from './meetings.module.css';
import { useSheetActs } from './meetings.queries';
import { meetingsText } from './meetings.text';
import { addLine, moveLine, removeLine, type SheetAct, tickLine } from './sheet-acts';

const text = meetingsText.agenda;

interface Props {
  meeting: Meeting;
  roadmap: Roadmap | undefined;
}

/** What is to be talked about: ticked, ordered, added to and taken away by either. */
export function Agenda({ meeting, roadmap }: Props) {
  const { lines, more } = meeting.agenda;
  const acts = useSheetActs(meeting.id);
  const heading = useRef<HTMLHeadingElement>(null);
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  const isOver = meeting.closedAt !== null;
  const act = async (each: SheetAct) => {
    setError(undefined);
    try {
      await acts.mutateAsync(each);
      return true;
    } catch (problem) {
      setError(sentenceFor(problem));
      return false;
    }
  };
  async function add(event: FormEvent) {
    event.preventDefault();
    if (!typed.trim()) return setError(text.blank);
    if (await act(addLine(typed.trim(), meeting.role))) setTyped('');
  }
  function remove(line: MeetingLine) {
    // Its button goes with it: whoever goes by keyboard is led to the list.
    heading.current?.focus();
    void act(removeLine(line));
  }
  const moved = (place: number, by: -1 | 2) => {
    const [line, next] = [lines[place], lines[place + by]];
    const isThere = line && (by === -1 ? next : place < lines.length - 1);
    return isThere ? () => void act(moveLine(line.id, next?.id ?? null)) : undefined;
  };
  return (
    <section aria-labelledby="agenda" className={styles.part}>
      <h2 id="agenda" ref={heading} tabIndex={-1}>
        {text.title}
      </h2>
      {lines.length === 0 && <p className={styles.quiet}>{meeting.since ? text.empty : text.emptyFirst}</p>}
      <ul className={styles.lines}>
        {lines.map((line, place) => (
          <AgendaLine
            key={line.id}
            line={line}
            words={line.change ? changeSentence(line.change, roadmap) : (line.text ?? '')}
            by={line.by && (meeting[line.by].name || meetingsText.sheet.formerMember)}
            isOver={isOver}
            onUp={moved(place, -1)}
            onDown={moved(place, 2)}
            onTick={(isDone) => void act(tickLine(line.id, isDone))}
            onRemove={() => remove(line)}
          />
        ))}
      </ul>
      {more > 0 && <p className={styles.quiet}>{text.moreChanges(more)}</p>}
      {!isOver && (
        <form className={styles.add} onSubmit={(event) => void add(event)}>
          <TextField label={text.add} value={typed} onChange={setTyped} error={error} maxLength={300} />
          <Button type="submit" busy={acts.isPending}>
            {text.addAct}
          </Button>
        </form>
      )}
    </section>
  );
}
