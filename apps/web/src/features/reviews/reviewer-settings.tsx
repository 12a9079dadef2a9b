import type { Reviewer, ReviewerNow } from '@waymark/contract';
import { dayIn } from '@waymark/contract/rules';
import { useState } from 'react';
import { sentenceFor } from '../../api/problem';
import { useZone } from '../../ui/dates';
import { CheckField, SelectField } from '../../ui/fields';
import { LoadFailed } from '../../ui/load-failed';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';
import { notify } from '../../ui/toast';
import { AwayFields } from './away-fields';
import styles from './queue.module.css';
import { queueText } from './queue.text';
import { useChangeReviewer, useReviewer } from './reviews.queries';
import { twentyMinutesText } from './twenty-minutes.text';

const text = queueText.reviewer;
const { capacity } = twentyMinutesText;
const usualDays = [1, 2, 3, 5, 7, 10, 14, 21, 30];
const usualInHand = [1, 2, 3, 4, 5, 7, 10, 15, 20, 30, 50];
const none = 'none';

/** Usual numbers, and what was chosen otherwise, by a script maybe. */
function optionsOf(numbers: readonly number[], chosen: number | null, words: (count: number) => string, no: string) {
  const all = [...new Set([...numbers, ...(chosen ? [chosen] : [])])].sort((one, other) => one - other);
  return [{ value: none, label: no }, ...all.map((count) => ({ value: String(count), label: words(count) }))];
}

const read = (value: string) => (value === none ? null : Number(value));

/** What I say of myself as a reviewer. Each choice is kept at once. */
export function ReviewerSettings() {
  const query = useReviewer();
  const change = useChangeReviewer();
  // A second choice goes on from the first, although that is not answered yet.
  const [wanted, setWanted] = useState<ReviewerNow | null>(null);
  const today = dayIn(useZone(), new Date());
  const shown = wanted ?? query.data;

  function set(changes: Partial<Omit<Reviewer, 'away'>>) {
    if (!shown) return;
    const next = { ...shown, ...changes };
    setWanted(next);
    // Of several, the last alone comes back here.
    const { promiseDays, inPool, isNamed, capacity: most } = next;
    change.mutate(
      { promiseDays, inPool, isNamed, capacity: most },
      {
        onSuccess: () => notify({ text: text.saved, tone: 'good' }),
        onSettled: () => setWanted(null),
      },
    );
  }

  return (
    <section className={styles.settings} aria-labelledby="reviewer">
      <h2 id="reviewer">{text.title}</h2>
      {query.isPending && <Skeleton lines={3} height={44} />}
      {query.isError && !shown && (
        <LoadFailed title={text.loadFailed} error={query.error} onRetry={() => query.refetch()} />
      )}
      {change.isError && (
        <Notice tone="alarm" title={text.notSaved}>
          {sentenceFor(change.error)}
        </Notice>
      )}
      {shown && (
        <>
          <SelectField
            label={text.promise}
            hint={text.promiseHint}
            value={shown.promiseDays === null ? none : String(shown.promiseDays)}
            options={optionsOf(usualDays, shown.promiseDays, text.days, text.noPromise)}
            onChange={(value) => set({ promiseDays: read(value) })}
          />
          <SelectField
            label={capacity.label}
            hint={capacity.hint}
            value={shown.capacity === null ? none : String(shown.capacity)}
            options={optionsOf(usualInHand, shown.capacity, capacity.some, capacity.none)}
            onChange={(value) => set({ capacity: read(value) })}
          />
          <AwayFields reviewer={shown} today={today} />
          <CheckField
            label={text.pool}
            hint={text.poolHint}
            checked={shown.inPool}
            onChange={(inPool) => set({ inPool })}
          />
          <CheckField
            label={text.named}
            hint={text.namedHint}
            checked={shown.isNamed}
            onChange={(isNamed) => set({ isNamed })}
          />
        </>
      )}
    </section>
  );
}
