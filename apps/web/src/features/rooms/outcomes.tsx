import type { Room, Topic } from '@waymark/contract';
import { CheckField } from '../../ui/fields';
import styles from './room.module.css';
import { roomsText } from './rooms.text';
import type { ChangeRoom } from './use-room';

const text = roomsText.outcomes;

/** What one can do once the topic is learned, to be ticked. */
export function Outcomes({ topic, room, change }: { topic: Topic; room: Room; change: ChangeRoom }) {
  const done = topic.outcomes.filter(({ id }) => room.outcomes.includes(id)).length;
  return (
    <section className={styles.part}>
      <div className={styles.headed}>
        <h3>{text.title}</h3>
        <span className={styles.quiet}>{text.count(done, topic.outcomes.length)}</span>
      </div>
      <progress className={styles.bar} aria-label={text.title} value={done} max={topic.outcomes.length} />
      <ul className={styles.ticks}>
        {topic.outcomes.map((outcome) => (
          <li key={outcome.id}>
            <CheckField
              label={outcome.text}
              checked={room.outcomes.includes(outcome.id)}
              onChange={(isDone) => change({ outcomes: { [outcome.id]: isDone } })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
