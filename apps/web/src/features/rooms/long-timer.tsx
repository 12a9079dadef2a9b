import { readMinutes } from '@waymark/contract/rules';
import { useState } from 'react';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/fields';
import { minutesError } from './minutes-error';
import { roomsText, timeText } from './rooms.text';

const text = roomsText.time;

interface Props {
  minutes: number;
  onClose: () => void;
  onLog: (minutes: number) => void;
  onDrop: () => void;
}

/** A timer that ran very long was perhaps forgotten: its learner says how much of it counts. */
export function LongTimer({ minutes, onClose, onLog, onDrop }: Props) {
  const [typed, setTyped] = useState(timeText(minutes));
  const [error, setError] = useState<string | undefined>();
  const log = () => {
    const read = readMinutes(typed);
    const wrong = minutesError(read);
    if (wrong !== undefined || read === null) setError(wrong);
    else onLog(read);
  };
  const actions = (
    <>
      <Button onClick={onDrop}>{text.drop}</Button>
      <Button variant="main" onClick={log}>
        {text.log}
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={text.longTitle(minutes)} actions={actions}>
      <p>{text.longText}</p>
      <TextField label={text.howLong} hint={text.howLongHint} value={typed} error={error} onChange={setTyped} />
    </Dialog>
  );
}
