import type { Meeting, MeetingLine, Roadmap } from '@waymark/contract';
import { type FormEvent, useState } from 'react';
import { sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/fields';
import { changeSentence } from './change-sentence';
import styles from './meetings.module.css';
import { useEditMeeting } from './meetings.queries';
import { meetingsText } from './meetings.text';

const text = meetingsText.agenda;

interface Props {
  meeting: Meeting;
  roadmap: Roadmap | undefined;
}

const sent = ({ id, isDone, text: words }: MeetingLine) => ({ id, isDone, text: words });

/** What is to be talked about: ticked, ordered, added to and taken away by either. */
export function Agenda({ meeting, roadmap }: Props) {
  const { lines, more, version } = meeting.agenda;
  const edit = useEditMeeting(meeting.id);
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  const isOver = meeting.closedAt !== null;
  const save = (next: readonly { id?: string; isDone: boolean; text: string | null }[], removed: string[] = []) =>
    edit.mutateAsync({ part: 'agenda', body: { base: version, lines: [...next], removed } });
  const change = (next: readonly MeetingLine[], removed: string[] = []) =>
    void save(next.map(sent), removed).catch((problem) => setError(sentenceFor(problem)));
  async function add(event: FormEvent) {
    event.preventDefault();
    if (!typed.trim()) return setError(text.blank);
    try {
      await save([...lines.map(sent), { isDone: false, text: typed }]);
      setTyped('');
      setError(undefined);
    } catch (problem) {
      setError(sentenceFor(problem));
    }
  }
  const moved = (place: number) =>
    lines.with(place, lines[place - 1] as MeetingLine).with(place - 1, lines[place] as MeetingLine);
  return (
    <section aria-labelledby="agenda" className={styles.part}>
      <h2 id="agenda">{text.title}</h2>
      {lines.length === 0 && <p className={styles.quiet}>{text.empty}</p>}
      <ul className={styles.lines}>
        {lines.map((line, place) => {
          const words = line.change ? changeSentence(line.change, roadmap) : (line.text ?? '');
          const note = [line.by && text.by[line.by], line.isCarried && text.carried].filter(Boolean).join(', ');
          return (
            <li key={line.id}>
              <label>
                <input
                  type="checkbox"
                  checked={line.isDone}
                  disabled={isOver || edit.isPending}
                  onChange={() => change(lines.with(place, { ...line, isDone: !line.isDone }))}
                />
                <span>
                  {words}
                  {note && <small>{note}</small>}
                </span>
              </label>
              {!isOver && (
                <span className={styles.acts}>
                  {place > 0 && (
                    <Button variant="quiet" aria-label={text.up(words)} onClick={() => change(moved(place))}>
                      ↑
                    </Button>
                  )}
                  <Button
                    variant="quiet"
                    aria-label={text.remove(words)}
                    onClick={() => change(lines.toSpliced(place, 1), line.change ? [line.id] : [])}
                  >
                    ×
                  </Button>
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {more > 0 && <p className={styles.quiet}>{text.moreChanges(more)}</p>}
      {!isOver && (
        <form className={styles.add} onSubmit={(event) => void add(event)}>
          <TextField label={text.add} value={typed} onChange={setTyped} error={error} maxLength={300} />
          <Button type="submit" busy={edit.isPending}>
            {text.addAct}
          </Button>
        </form>
      )}
    </section>
  );
}
