import type { ActivityRecord, TopicState } from '@waymark/contract';
import { DayText } from '../../ui/dates';
import styles from './room.module.css';
import { useHistory } from './rooms.queries';
import { roomsText } from './rooms.text';

const text = roomsText.history;
/** How many of the last steps can be gone back from here. */
const mostBack = 3;

interface Props {
  slug: string;
  topicId: string;
  state: TopicState;
  goBack: (state: TopicState) => void;
}

/** Where a record leads back to: to what was before it, unless that is what is now. */
function backFrom(record: ActivityRecord, state: TopicState): TopicState | null {
  return record.kind === 'topic' && text.isState(record.from) && record.from !== state ? record.from : null;
}

/** What happened here, the latest first. A step can be taken back here long after it was made. */
export function History({ slug, topicId, state, goBack }: Props) {
  const { data, isError } = useHistory(slug, topicId);
  const items = data?.items ?? [];
  const latest = new Set(items.filter(({ kind }) => kind === 'topic').slice(0, mostBack));
  return (
    <section className={styles.part}>
      <h3>{text.title}</h3>
      {isError && <p className={styles.quiet}>{text.failed}</p>}
      {data && items.length === 0 && <p className={styles.quiet}>{text.nothing}</p>}
      {items.length > 0 && (
        <ol>
          {items.map((record) => {
            const back = latest.has(record) ? backFrom(record, state) : null;
            return (
              <li key={record.id} className={styles.entry}>
                <span>{text.acted(record)}</span>
                <span className={styles.beside}>
                  {back && (
                    <button type="button" className={styles.small} onClick={() => goBack(back)}>
                      {text.goBack(back)}
                    </button>
                  )}
                  <span className={styles.quiet}>
                    <DayText day={record.day} />
                  </span>
                </span>
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}
