import type { TimeEntry } from '@waymark/contract';
import { dayIn, readMinutes } from '@waymark/contract/rules';
import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/button';
import { useZone } from '../../ui/dates';
import { TextField } from '../../ui/fields';
import { minutesError } from './minutes-error';
import styles from './room.module.css';
import { roomsText, timeText } from './rooms.text';

const text = roomsText.time;

interface Props {
  /** The entry that is changed; `null`: a new one. */
  entry: TimeEntry | null;
  onSave: (given: { minutes: number; day: string; words: string }) => void;
  onCancel: () => void;
}

export function TimeForm({ entry, onSave, onCancel }: Props) {
  const today = dayIn(useZone(), new Date());
  const [typed, setTyped] = useState(entry ? timeText(entry.minutes) : '');
  const [day, setDay] = useState(entry?.day ?? today);
  const [words, setWords] = useState(entry?.words ?? '');
  const [isAsked, setAsked] = useState(false);
  const minutes = readMinutes(typed);
  const wrongMinutes = minutesError(minutes);
  const wrongDay = /^\d{4}-\d\d-\d\d$/.test(day) && day >= '2000' && day <= today ? undefined : text.noDay;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (minutes !== null && !wrongMinutes && !wrongDay) onSave({ minutes, day, words: words.trim() });
    else setAsked(true);
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <div className={styles.two}>
        <TextField
          label={text.howLong}
          hint={text.howLongHint}
          value={typed}
          error={isAsked ? wrongMinutes : undefined}
          autoFocus
          onChange={setTyped}
        />
        <TextField
          label={text.day}
          type="date"
          max={today}
          value={day}
          error={isAsked ? wrongDay : undefined}
          onChange={setDay}
        />
      </div>
      <TextField label={text.words} value={words} maxLength={200} onChange={setWords} />
      <div className={styles.acts}>
        <Button type="submit" variant="main">
          {entry ? text.saveEntry : text.log}
        </Button>
        <Button onClick={onCancel}>{text.cancel}</Button>
      </div>
    </form>
  );
}
