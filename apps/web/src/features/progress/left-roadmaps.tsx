import { useQuery } from '@tanstack/react-query';
import type { EnrolmentCard } from '@waymark/contract';
import { call } from '../../api/call';
import { sentenceFor } from '../../api/problem';
import { useSession } from '../../api/session';
import { everyPage } from '../../text/every-page.text';
import { Button } from '../../ui/button';
import { planText } from './plan.text';
import styles from './plan-page.module.css';
import { useRestore } from './progress.queries';
import { progressText } from './progress.text';
import { say } from './say';

const text = planText.left;
const dayMs = 86_400_000;
const undoDays = 30;

/** What was left within thirty days, each with its way back. Nothing where there is none. */
export function LeftRoadmaps() {
  const { status } = useSession();
  const { data } = useQuery({
    queryKey: ['enrolments', 'left'],
    queryFn: ({ signal }) => call('listEnrolments', { query: { left: 'true' }, signal }),
    enabled: status === 'member',
  });
  if (!data || data.items.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="left">
      <h2 id="left">{text.title}</h2>
      <ul className={styles.pauses}>
        {data.items.map((card) => (
          <Left key={card.roadmap} card={card} />
        ))}
      </ul>
    </section>
  );
}

function Left({ card }: { card: EnrolmentCard }) {
  const restore = useRestore(card.roadmap);
  const daysLeft = Math.floor(undoDays - (Date.now() - Date.parse(card.leftAt ?? '')) / dayMs);
  const goBack = () =>
    restore.mutate(undefined, {
      onSuccess: () => say({ tone: 'good', text: progressText.leave.back(card.title) }),
      onError: (error) =>
        say({ tone: 'alarm', text: sentenceFor(error), action: { label: everyPage.retry, run: goBack } }),
    });
  return (
    <li>
      <span>
        <b>{card.title}</b>{' '}
        <span className={styles.beside}>
          {text.canBack} {text.days(daysLeft)}
        </span>
      </span>
      <Button busy={restore.isPending} aria-label={text.backOf(card.title)} onClick={goBack}>
        {text.back}
      </Button>
    </li>
  );
}
