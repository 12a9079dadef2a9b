import type { Reviewer } from '@waymark/contract';
import { useState } from 'react';
import { sentenceFor } from '../../api/problem';
import { CheckField, SelectField } from '../../ui/fields';
import { LoadFailed } from '../../ui/load-failed';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';
import { notify } from '../../ui/toast';
import styles from './queue.module.css';
import { queueText } from './queue.text';
import { useChangeReviewer, useReviewer } from './reviews.queries';

const text = queueText.reviewer;
const usual = [1, 2, 3, 5, 7, 10, 14, 21, 30];
const none = 'none';

/** The usual numbers of days, and what was chosen otherwise, by a script maybe. */
function promises(chosen: number | null) {
  const days = [...new Set([...usual, ...(chosen ? [chosen] : [])])].sort((one, other) => one - other);
  return [
    { value: none, label: text.noPromise },
    ...days.map((count) => ({ value: String(count), label: text.days(count) })),
  ];
}

/** What I say of myself as a reviewer. Each choice is kept at once. */
export function ReviewerSettings() {
  const query = useReviewer();
  const change = useChangeReviewer();
  // A second choice goes on from the first, although that is not answered yet.
  const [wanted, setWanted] = useState<Reviewer | null>(null);
  const shown = wanted ?? query.data;

  function set(changes: Partial<Reviewer>) {
    if (!shown) return;
    const next = { ...shown, ...changes };
    setWanted(next);
    // Of several, the last alone comes back here.
    change.mutate(next, {
      onSuccess: () => notify({ text: text.saved, tone: 'good' }),
      onSettled: () => setWanted(null),
    });
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
            options={promises(shown.promiseDays)}
            onChange={(value) => set({ promiseDays: value === none ? null : Number(value) })}
          />
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
