import type { Room } from '@waymark/contract';
import { useEffect, useRef, useState } from 'react';
import { TextField } from '../../ui/fields';
import styles from './room.module.css';
import { roomsText } from './rooms.text';
import type { ChangeRoom } from './use-room';

const text = roomsText.leftOff;
const most = 280;
const pauseMs = 1_000;

/** One line, saved after a pause and when the field is left. */
export function LeftOff({ room, change }: { room: Room; change: ChangeRoom }) {
  const [typed, setTyped] = useState<string | null>(null);
  const isOver = typed !== null && typed.trim().length > most;
  const isNew = typed !== null && !isOver && typed.trim() !== room.leftOff;
  useEffect(() => {
    if (!isNew) return;
    const timer = setTimeout(() => change({ leftOff: typed.trim() }), pauseMs);
    return () => clearTimeout(timer);
  }, [typed, isNew, change]);
  const leave = () => {
    if (isNew) change({ leftOff: typed.trim() });
    if (!isOver) setTyped(null);
  };
  // The panel may close under the line that is being typed.
  const atEnd = useRef(leave);
  useEffect(() => {
    atEnd.current = leave;
  });
  useEffect(() => () => atEnd.current(), []);
  return (
    <section className={styles.part}>
      <div>
        <TextField
          label={text.label}
          hint={text.hint}
          error={isOver ? text.tooLong : undefined}
          value={typed ?? room.leftOff}
          onChange={setTyped}
          onBlur={leave}
          onKeyDown={(event) => event.key === 'Enter' && leave()}
        />
      </div>
    </section>
  );
}
