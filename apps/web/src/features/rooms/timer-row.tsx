import { useQueryClient } from '@tanstack/react-query';
import type { Topic } from '@waymark/contract';
import { longTimerMinutes, timerMinutes } from '@waymark/contract/rules';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { useSession } from '../../api/session';
import { Button } from '../../ui/button';
import { notify } from '../../ui/toast';
import { LongTimer } from './long-timer';
import styles from './room.module.css';
import { roomsText } from './rooms.text';
import { endTimer, startTimer, type Timer, useTimer } from './timer';
import { timeActs } from './use-time';

const text = roomsText.time;
const lookMs = 5_000;

/** Looks at the clock now and then while something runs. */
function useNow(isRunning: boolean): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!isRunning) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), lookMs);
    return () => clearInterval(timer);
  }, [isRunning]);
  return now;
}

/** The timer of this device: it runs on through reloads, in every tab, until it is stopped. */
export function TimerRow({ slug, topic }: { slug: string; topic: Topic }) {
  const client = useQueryClient();
  const account = useSession().account?.id ?? '';
  const timer = useTimer(account);
  const now = useNow(timer !== null);
  const [asked, setAsked] = useState<{ timer: Timer; minutes: number } | null>(null);

  function log({ id, roadmap, topicId }: Timer, minutes: number): void {
    setAsked(null);
    endTimer(id);
    if (minutes === 0) return void notify({ text: text.tooShort });
    timeActs(client).add({ id, roadmap, topicId, minutes });
    notify({ text: text.logged(minutes), tone: 'good' });
  }

  function stop(running: Timer): void {
    const minutes = timerMinutes(running.startedAt, Date.now());
    if (minutes > longTimerMinutes) setAsked({ timer: running, minutes });
    else log(running, minutes);
  }

  const isHere = timer?.roadmap === slug && timer.topicId === topic.id;
  return (
    <div className={styles.acts}>
      {!timer && (
        <Button onClick={() => startTimer({ account, roadmap: slug, topicId: topic.id, title: topic.title })}>
          {text.start}
        </Button>
      )}
      {timer && !isHere && (
        <span>
          <Link to={`/roadmaps/${timer.roadmap}/topics/${timer.topicId}`}>{text.elsewhere(timer.title)}</Link>
        </span>
      )}
      {timer && <span className={styles.running}>{text.running(timerMinutes(timer.startedAt, now))}</span>}
      {timer && (
        <Button variant="main" onClick={() => stop(timer)}>
          {text.stop}
        </Button>
      )}
      {asked && (
        <LongTimer
          minutes={asked.minutes}
          onClose={() => setAsked(null)}
          onLog={(minutes) => log(asked.timer, minutes)}
          onDrop={() => {
            setAsked(null);
            endTimer(asked.timer.id);
          }}
        />
      )}
    </div>
  );
}
