import type { Cohort } from '@waymark/contract';
import { useState } from 'react';
import { issueFor, sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { Timestamp } from '../../ui/dates';
import { TextField } from '../../ui/fields';
import { LoadFailed } from '../../ui/load-failed';
import { Notice } from '../../ui/notice';
import { notify } from '../../ui/toast';
import styles from './cohort.module.css';
import { useCohortOffers, useOfferCohort, useWithdrawOffer } from './cohorts.queries';
import { cohortsText } from './cohorts.text';

const text = cohortsText.mentors;

/** Asks by handle; whether anybody has it is not told. */
export function AskMentor({ cohort }: { cohort: Cohort }) {
  const [handle, setHandle] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const offer = useOfferCohort(cohort.id);
  const issue = isEmpty ? text.noHandle : issueFor(offer.error, 'handle');

  function ask() {
    const asked = handle.trim().replace(/^@/, '');
    setEmpty(asked === '');
    if (asked === '' || offer.isPending) return;
    offer.mutate(asked, {
      onSuccess: () => {
        setHandle('');
        notify({ text: text.sent(asked.toLowerCase()), tone: 'good' });
      },
    });
  }

  return (
    <>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          ask();
        }}
      >
        <h3>{text.ask}</h3>
        {offer.isError && !issue && <Notice tone="alarm">{sentenceFor(offer.error)}</Notice>}
        <TextField
          label={text.handle}
          hint={text.handleHint}
          value={handle}
          onChange={setHandle}
          error={issue}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={40}
        />
        <Button type="submit" busy={offer.isPending}>
          {text.send}
        </Button>
      </form>
      <Asked cohort={cohort} />
    </>
  );
}

function Asked({ cohort }: { cohort: Cohort }) {
  const query = useCohortOffers(cohort.id);
  const withdraw = useWithdrawOffer(cohort.id);
  if (query.isError)
    return <LoadFailed title={text.loadFailed} error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data || query.data.length === 0) return null;
  return (
    <section className={styles.asked} aria-labelledby="cohort-asked">
      <h3 id="cohort-asked">{text.asked}</h3>
      <ul className={styles.people}>
        {query.data.map(({ id, handle, expiresAt }) => (
          <li key={id}>
            <span>
              @{handle}{' '}
              <small>
                {text.until} <Timestamp at={expiresAt} />
              </small>
            </span>
            <Button
              variant="quiet"
              aria-label={text.withdrawOf(handle)}
              onClick={() =>
                withdraw.mutate(id, {
                  onSuccess: () => notify({ text: text.withdrawn(handle) }),
                  onError: (error) => notify({ text: sentenceFor(error), tone: 'alarm' }),
                })
              }
            >
              {text.withdraw}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
