import { useSession } from '../../api/session';
import styles from './queue.module.css';
import { queueText } from './queue.text';
import { QueueList } from './queue-list';
import { useQueue, useReviewer } from './reviews.queries';
import { StartOldest } from './start-oldest';

const text = queueText;

/** What is my turn, and what waits on learners. Nothing for who neither mentors nor offers to review. */
export function ReviewQueue({ isMentor }: { isMentor: boolean }) {
  const myId = useSession().account?.id;
  const mine = useQueue('mine');
  const learners = useQueue('learners');
  const reviewer = useReviewer();
  const isSome = [mine, learners].some(({ data, isError }) => isError || data?.pages.some((page) => page.items.length));
  if (!isMentor && !reviewer.data?.inPool && !isSome) return null;
  // What the server has first, whoever holds it: the list below may begin with what I have taken on.
  const oldest = mine.data?.pages[0]?.items[0];
  return (
    <section className={styles.queue} aria-labelledby="review-queue">
      <div className={styles.head}>
        <h2 id="review-queue">{text.title}</h2>
        {oldest && <StartOldest review={oldest} />}
      </div>
      <div className={styles.split}>
        <QueueList query={mine} title={text.mine} none={text.none} myId={myId} />
        <QueueList query={learners} title={text.waiting} none={text.noneWaiting} myId={myId} />
      </div>
    </section>
  );
}
