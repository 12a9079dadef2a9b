import type { RoadmapCard } from '@waymark/contract';
import { dayIn } from '@waymark/contract/rules';
import { useNavigate } from 'react-router';
import { everyPage } from '../../text/every-page.text';
import { useZone } from '../../ui/dates';
import { EmptyState } from '../../ui/empty-state';
import layout from '../../ui/layout.module.css';
import { LoadFailed } from '../../ui/load-failed';
import { Skeleton } from '../../ui/skeleton';
import { notify } from '../../ui/toast';
import { LeftRoadmaps } from '../progress/left-roadmaps';
import { usePutEnrolment, useRoadmap } from '../progress/progress.queries';
import styles from './home.module.css';
import { useRoadmapsHere } from './home.queries';
import { home } from './home.text';
import { StartCard } from './start-card';
import { ThreeThings } from './three-things';

const text = home.start;

/** Home for who follows nothing yet: the first minute leads onto a roadmap. */
export function StartPage() {
  const { data, error, isPending, refetch } = useRoadmapsHere();
  return (
    <div className={styles.grid}>
      <div className={layout.stack}>
        <header>
          <h2 className={styles.startTitle}>{text.title}</h2>
          <p className={styles.startLead}>{text.lead}</p>
        </header>
        {data?.items.map((card) => (
          <OneToStart key={card.slug} card={card} />
        ))}
        {data?.items.length === 0 && <EmptyState title={text.none}>{text.noneWhy}</EmptyState>}
        {isPending && <Skeleton lines={4} height={56} />}
        {error && !data && <LoadFailed title={everyPage.loadFailed} error={error} onRetry={() => void refetch()} />}
      </div>
      <div className={layout.stack}>
        <ThreeThings />
        <LeftRoadmaps />
      </div>
    </div>
  );
}

function OneToStart({ card }: { card: RoadmapCard }) {
  const today = dayIn(useZone(), new Date());
  const navigate = useNavigate();
  const roadmap = useRoadmap(card.slug);
  const put = usePutEnrolment(card.slug);
  const start = async (hoursPerWeek: number) => {
    // What failed stands under the button; `put.error` holds it.
    const started = await put.mutateAsync({ plan: { hoursPerWeek } }).catch(() => null);
    if (!started) return;
    notify({ text: text.started(card.title), tone: 'good' });
    await navigate(`/roadmaps/${card.slug}`, { state: { isNew: true } });
  };
  return (
    <StartCard
      card={card}
      roadmap={roadmap.data}
      today={today}
      busy={put.isPending}
      error={put.error}
      onStart={(hours) => void start(hours)}
    />
  );
}
