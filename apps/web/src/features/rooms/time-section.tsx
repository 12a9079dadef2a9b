import type { Room, TimeEntry, Topic } from '@waymark/contract';
import { useState } from 'react';
import { Button } from '../../ui/button';
import { DayText, dayText } from '../../ui/dates';
import { notify } from '../../ui/toast';
import styles from './room.module.css';
import { roomsText, timeText } from './rooms.text';
import { TimeForm } from './time-form';
import { TimerRow } from './timer-row';
import { useTime } from './use-time';

const text = roomsText.time;

/** The time that I gave the topic: by timer, by hand, and all of it against the estimate. */
export function TimeSection({ topic, room }: { topic: Topic; room: Room }) {
  const { roadmap, topicId } = room;
  const time = useTime(roadmap, topicId);
  const [edited, setEdited] = useState<TimeEntry | 'new' | null>(null);
  const save = (given: { minutes: number; day: string; words: string }) => {
    if (edited === 'new') {
      time.add({ roadmap, topicId, ...given });
      notify({ text: text.logged(given.minutes), tone: 'good' });
    } else if (edited) time.change(edited, given);
    setEdited(null);
  };
  return (
    <section className={styles.part}>
      <h3>{text.title}</h3>
      <p>{text.sum(room.minutes + time.more, topic.effortHours)}</p>
      <TimerRow slug={roadmap} topic={topic} />
      {edited ? (
        <TimeForm
          key={edited === 'new' ? 'new' : edited.id}
          entry={edited === 'new' ? null : edited}
          onSave={save}
          onCancel={() => setEdited(null)}
        />
      ) : (
        <Button onClick={() => setEdited('new')}>{text.byHand}</Button>
      )}
      {time.entries.length > 0 && (
        <details>
          <summary>{text.entries}</summary>
          <ul>
            {time.entries.map((entry) => (
              <Entry key={entry.id} entry={entry} onEdit={() => setEdited(entry)} onRemove={() => time.remove(entry)} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Entry({ entry, onEdit, onRemove }: { entry: TimeEntry; onEdit: () => void; onRemove: () => void }) {
  const named = `${timeText(entry.minutes)}, ${dayText(entry.day)}`;
  return (
    <li className={styles.entry}>
      <span>
        {timeText(entry.minutes)} <span className={styles.quiet}>{entry.words}</span>
      </span>
      <span className={styles.beside}>
        <span className={styles.quiet}>
          <DayText day={entry.day} />
        </span>
        <button type="button" className={styles.small} aria-label={text.editOf(named)} onClick={onEdit}>
          {text.edit}
        </button>
        <button type="button" className={styles.small} aria-label={text.removeOf(named)} onClick={onRemove}>
          {text.remove}
        </button>
      </span>
    </li>
  );
}
