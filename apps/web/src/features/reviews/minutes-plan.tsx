import type { QueuedReview } from '@waymark/contract';
import { planMinutes } from '@waymark/contract/rules';
import { useId } from 'react';
import { Link, useNavigate } from 'react-router';
import { ButtonLink } from '../../ui/button';
import { Kbd } from '../../ui/kbd';
import { Segmented } from '../../ui/segmented';
import { useKeys } from '../../ui/use-keys';
import { useSearch } from '../../ui/use-search';
import { planPath } from './plan-path';
import { usePromptness } from './promptness';
import styles from './queue.module.css';
import { queueText } from './queue.text';
import { twentyMinutesText } from './twenty-minutes.text';

const text = twentyMinutesText;
const choices = ['10', '20', '40', '60'] as const;
const anyTime = 'any';
const options = [
  ...choices.map((value) => ({ value: value as string, label: text.option(Number(value)) })),
  { value: anyTime, label: text.anyTime },
];

/** How many minutes somebody has, as the address says; `null` while they have not said. */
export function useMyMinutes(): [minutes: number | null, choose: (minutes: string) => void] {
  const [search, setSearch] = useSearch();
  const said = choices.find((each) => each === search.get('minutes'));
  function choose(minutes: string) {
    const next = new URLSearchParams(search);
    if (minutes === anyTime) next.delete('minutes');
    else next.set('minutes', minutes);
    setSearch(next);
  }
  return [said ? Number(said) : null, choose];
}

/** What of these fits into the minutes, in the order in which to do it, and the way to begin. */
function Plan({ reviews, minutes }: { reviews: readonly QueuedReview[]; minutes: number }) {
  const id = useId();
  const navigate = useNavigate();
  const promptnessOf = usePromptness();
  const isLate = (by: string | null) => by !== null && promptnessOf(by).kind === 'late';
  const plan = planMinutes(
    reviews.map((review) => ({ ...review, isLate: isLate(review.promisedBy) })),
    minutes,
  );
  const [first] = plan;
  const path = planPath(plan.map((review) => review.id));
  const sum = plan.reduce((total, review) => total + review.minutes, 0);
  useKeys(
    { n: { text: text.beginKey, run: () => navigate(path) } },
    { group: queueText.title, when: first !== undefined },
  );
  if (!first) {
    const least = Math.min(...reviews.map((review) => review.minutes));
    return (
      <p className={styles.quiet} role="status">
        {reviews.length === 0 ? text.nothingMine : text.nothingFits(minutes, least)}
      </p>
    );
  }
  return (
    <section className={styles.plan} aria-labelledby={id}>
      <h3 id={id}>{text.plan(minutes)}</h3>
      <p className={styles.quiet} role="status">
        {text.sum(plan.length, sum)}
      </p>
      <ol>
        {plan.map((review, place) => (
          <li key={review.id}>
            <Link to={planPath(plan.slice(place).map((each) => each.id))}>{review.project.title}</Link>{' '}
            <span className={styles.quiet}>
              {queueText.by(review.learner.name)}. {text.about(review.minutes)}
            </span>
          </li>
        ))}
      </ol>
      <ButtonLink to={path} variant="main" aria-keyshortcuts="n">
        {text.begin(first.project.title)} <Kbd>n</Kbd>
      </ButtonLink>
    </section>
  );
}

/** “I have 20 minutes”: what of my turn fits into them. `reviews`: those that I can begin, the longest wait first. */
export function MinutesPlan({ reviews }: { reviews: readonly QueuedReview[] }) {
  const [minutes, choose] = useMyMinutes();
  return (
    <div className={styles.minutes}>
      <div className={styles.choose}>
        <span aria-hidden="true">{text.title}</span>
        <Segmented
          label={text.label}
          value={minutes === null ? anyTime : String(minutes)}
          onChange={choose}
          options={options}
        />
      </div>
      {minutes !== null && <Plan reviews={reviews} minutes={minutes} />}
    </div>
  );
}
