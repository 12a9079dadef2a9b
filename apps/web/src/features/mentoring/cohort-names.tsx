import type { Cohort } from '@waymark/contract';
import { useState } from 'react';
import { sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { CheckField } from '../../ui/fields';
import { LoadFailed } from '../../ui/load-failed';
import { notify } from '../../ui/toast';
import styles from './cohort.module.css';
import { useCohortNames, useListing } from './cohorts.queries';
import { cohortsText } from './cohorts.text';
import { mentoringText } from './mentoring.text';

const text = cohortsText.names;

/** The other learners by name, where the cohort shows names; and whether one’s own is among them. */
export function CohortNames({ cohort }: { cohort: Cohort }) {
  const isShown = cohort.seesWhom === 'names';
  const query = useCohortNames(cohort.id, isShown);
  const listing = useListing(cohort.id);
  const names = query.data?.pages.flatMap((page) => page.items.map(({ name }) => name)) ?? [];
  // What was asked for shows at once, and until what holds was read again.
  const [wished, setWished] = useState<boolean | null>(null);
  const isListed = wished ?? cohort.isListed === true;
  return (
    <section className={styles.section} aria-labelledby="cohort-names">
      <h2 id="cohort-names">{text.title}</h2>
      {!isShown && <p className={styles.quiet}>{text.nobody}</p>}
      {(isShown || isListed) && (
        <CheckField
          label={text.mine}
          hint={text.mineHint}
          checked={isListed}
          onChange={(next) => {
            setWished(next);
            listing.mutate(next, {
              onError: (error) => notify({ text: sentenceFor(error), tone: 'alarm' }),
              onSettled: () => setWished(null),
            });
          }}
        />
      )}
      {query.isError && <LoadFailed title={text.loadFailed} error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && names.length === 0 && <p className={styles.quiet}>{text.none}</p>}
      {names.length > 0 && (
        <ul className={styles.people}>
          {names.map((name, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two may have the same name, and a name is all there is
            <li key={`${place} ${name}`}>{name}</li>
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Button busy={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {mentoringText.showMore}
        </Button>
      )}
    </section>
  );
}
