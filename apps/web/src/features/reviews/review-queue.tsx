import { useSession } from '../../api/session';
import { isHeldBy } from './held-by';
import { MinutesPlan, useMyMinutes } from './minutes-plan';
import styles from './queue.module.css';
import { queueText } from './queue.text';
import { QueueList } from './queue-list';
import { useQueue, useReviewer } from './reviews.queries';
import { StartOldest } from './start-oldest';
import { twentyMinutesText } from './twenty-minutes.text';

const text = queueText;

/** What waits for me, and what waits on learners; `isShown`: not to who neither mentors nor offers to review, and has nothing there. */
export function useQueues(isMentor: boolean) {
  const mine = useQueue('mine');
  const learners = useQueue('learners');
  const reviewer = useReviewer();
  const isSome = [mine, learners].some(({ data, isError }) => isError || data?.pages.some((page) => page.items.length));
  return { mine, learners, reviewer, isShown: isMentor || reviewer.data?.inPool === true || isSome };
}

/** What is my turn, and what waits on learners. Nothing for who neither mentors nor offers to review. */
export function ReviewQueue({ isMentor }: { isMentor: boolean }) {
  const myId = useSession().account?.id;
  const { mine, learners, reviewer, isShown } = useQueues(isMentor);
  const [minutes] = useMyMinutes();
  if (!isShown) return null;
  const { capacity = null, inHand = 0 } = reviewer.data ?? {};
  const isFull = capacity !== null && inHand >= capacity;
  const first = mine.data?.pages[0]?.items ?? [];
  const startable = isFull ? first.filter((review) => isHeldBy(review, myId)) : first;
  const [oldest] = startable;
  return (
    <section className={styles.queue} aria-labelledby="review-queue">
      <div className={styles.head}>
        <h2 id="review-queue">{text.title}</h2>
        {oldest && minutes === null && <StartOldest review={oldest} isFull={isFull} />}
      </div>
      {isFull && <p className={styles.full}>{twentyMinutesText.full(inHand)}</p>}
      {first.length > 0 && <MinutesPlan reviews={startable} />}
      <div className={styles.split}>
        <QueueList id="your-turn" query={mine} title={text.mine} none={text.none} myId={myId} />
        <QueueList id="waiting-on-learner" query={learners} title={text.waiting} none={text.noneWaiting} myId={myId} />
      </div>
    </section>
  );
}
