import type { Confidence, Room } from '@waymark/contract';
import { Segmented } from '../../ui/segmented';
import styles from './room.module.css';
import { roomsText } from './rooms.text';
import type { ChangeRoom } from './use-room';

const text = roomsText.confidence;
const steps: readonly Confidence[] = [1, 2, 3, 4];

/** How sure I am of what I learn or have learned: it says when another look is worth it. */
export function ConfidenceField({ room, change }: { room: Room; change: ChangeRoom }) {
  return (
    <section className={styles.part}>
      <h3>{text.title}</h3>
      <Segmented
        label={text.title}
        value={String(room.confidence ?? '')}
        onChange={(step) => change({ confidence: Number(step) as Confidence })}
        options={steps.map((step) => ({ value: String(step), label: text.words[step] }))}
      />
      {room.confidence !== null && (
        <button type="button" className={styles.small} onClick={() => change({ confidence: null })}>
          {text.clear}
        </button>
      )}
    </section>
  );
}
