import { useQueryClient } from '@tanstack/react-query';
import type { Resource, Room, Topic } from '@waymark/contract';
import { notify } from '../../ui/toast';
import styles from './room.module.css';
import { laneOf } from './room-operations';
import { roomsText } from './rooms.text';
import { sendInTurn } from './send-in-turn';
import type { ChangeRoom } from './use-room';

const text = roomsText.resources;

/** Reports a link, or takes the report back: shown at once, and back with its reason when it is refused. */
function useReport({ roadmap, topicId }: Room) {
  const client = useQueryClient();
  return async function report(resourceId: string, isDead: boolean): Promise<void> {
    const name = isDead ? 'reportDeadLink' : 'withdrawDeadLink';
    const input = { params: { slug: roadmap, topicId, resourceId } };
    const again = () => void report(resourceId, isDead);
    const isTaken = await sendInTurn(client, laneOf(roadmap, topicId), name, input, again);
    if (isTaken) notify({ text: isDead ? text.thanks : text.withdrawn });
  };
}

interface Props {
  topic: Topic;
  room: Room;
  change: ChangeRoom;
}

/** Where to learn it from, official ones first; each to be ticked, or reported when its link is dead. */
export function Resources({ topic, room, change }: Props) {
  const report = useReport(room);
  const sorted = topic.resources.toSorted((a, b) => Number(b.official) - Number(a.official));
  return (
    <section className={styles.part}>
      <h3>{text.title}</h3>
      <ul className={styles.rows}>
        {sorted.map((resource) => (
          <OneResource
            key={resource.id}
            resource={resource}
            isTicked={room.resources.includes(resource.id)}
            isReported={room.reported.includes(resource.id)}
            onTick={(isTicked) => change({ resources: { [resource.id]: isTicked } })}
            onReport={(isDead) => void report(resource.id, isDead)}
          />
        ))}
      </ul>
    </section>
  );
}

interface OneProps {
  resource: Resource;
  isTicked: boolean;
  isReported: boolean;
  onTick: (isTicked: boolean) => void;
  onReport: (isDead: boolean) => void;
}

function OneResource({ resource, isTicked, isReported, onTick, onReport }: OneProps) {
  const { title, url, language } = resource;
  return (
    <li className={styles.row}>
      <input
        type="checkbox"
        aria-label={text.ticked(title)}
        checked={isTicked}
        onChange={(event) => onTick(event.target.checked)}
      />
      <div>
        <a href={url} rel="noopener noreferrer" lang={language}>
          {title}
        </a>
        <div className={styles.beside}>
          <span className={styles.quiet}>{text.kind(resource)}</span>
          {isReported && <span className={styles.quiet}>{text.reported}</span>}
          <button
            type="button"
            className={styles.small}
            aria-label={isReported ? text.withdrawOf(title) : text.reportOf(title)}
            onClick={() => onReport(!isReported)}
          >
            {isReported ? text.withdraw : text.report}
          </button>
        </div>
      </div>
    </li>
  );
}
