import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { call } from '../../api/call';
import { ButtonLink } from '../../ui/button';
import { Kbd } from '../../ui/kbd';
import { useKeys } from '../../ui/use-keys';
import { planPath, readPlan } from './plan-path';
import styles from './review.module.css';
import { reviewPageText } from './review-page.text';
import { twentyMinutesText as planText } from './twenty-minutes.text';

const text = reviewPageText;
/** A plan may lead past many that have waited longer. */
const planned = 50;

/** The way on through the queue, or through the plan that the address has, by one key. */
export function NextReview({ id, isAnswered }: { id: string; isAnswered: boolean }) {
  const navigate = useNavigate();
  const plan = readPlan(useSearchParams()[0]);
  const limit = plan ? planned : 2;
  const queue = useQuery({
    queryKey: ['reviews', 'next', limit],
    queryFn: ({ signal }) => call('listReviews', { query: { limit, turn: 'mine' }, signal }),
  });
  const waiting = queue.data?.items.filter((review) => review.id !== id) ?? [];
  // What somebody else has taken on meanwhile is left out.
  const toCome = plan?.filter((each) => waiting.some((review) => review.id === each)) ?? [];
  const isPlanned = toCome.length > 0;
  const next = isPlanned ? waiting.find((review) => review.id === toCome[0]) : waiting[0];
  const path = isPlanned ? planPath(toCome) : `/reviews/${next?.id}`;
  useKeys(
    { n: { text: isPlanned ? planText.nextKey : text.nextHint, run: () => navigate(path) } },
    { group: text.keys, when: next !== undefined },
  );
  return (
    <nav className={styles.acts} aria-label={text.keys}>
      {plan && !isPlanned && queue.data && (
        <span className={styles.quiet}>{isAnswered ? planText.done : planText.last}</span>
      )}
      {next && isPlanned && (
        <>
          <ButtonLink to={path} variant={isAnswered ? 'main' : 'plain'} aria-keyshortcuts="n">
            {planText.next(next.project.title)} <Kbd>n</Kbd>
          </ButtonLink>
          <span className={styles.quiet}>
            {toCome.length > 1 && `${planText.after(toCome.length - 1)} `}
            {planText.about(next.minutes)}
          </span>
        </>
      )}
      {next && !isPlanned && (
        <Link to={path}>
          {text.next}: {next.project.title} <Kbd>n</Kbd>
        </Link>
      )}
      {!next && queue.data && <span className={styles.quiet}>{text.noNext}</span>}
      <Link to="/mentoring">{text.toQueue}</Link>
    </nav>
  );
}
