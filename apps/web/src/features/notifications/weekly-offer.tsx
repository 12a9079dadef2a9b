import { useQuery } from '@tanstack/react-query';
import type { Account } from '@waymark/contract';
import { tellsOf, usualWeekly } from '@waymark/contract/rules';
import { useState } from 'react';
import { Link } from 'react-router';
import { instanceQuery } from '../../api/instance';
import { sentenceFor } from '../../api/problem';
import { useSession } from '../../api/session';
import { Button } from '../../ui/button';
import styles from './notifications.module.css';
import { notificationsText } from './notifications.text';
import { keepRefused, wasRefused } from './refused-offers';
import { useSaveLetters } from './save-letters';

const text = notificationsText.offer;

interface Offered {
  about: 'learning' | 'mentoring';
}

/** Says quietly that there is a weekly letter: where one could come, to who gets none, until they say yes or no. */
export function WeeklyOffer({ about }: Offered) {
  const { account } = useSession();
  const { data: instance } = useQuery(instanceQuery);
  // Asked once per visit: what is answered here stays to be read.
  const [isOpen] = useState(() => !wasRefused(about) && !tellsOf(account?.weekly ?? usualWeekly, about));
  if (!account || !isOpen || !instance || instance.mail === 'none') return null;
  return <Offer about={about} account={account} />;
}

function Offer({ about, account }: Offered & { account: Account }) {
  const [answer, setAnswer] = useState<'yes' | 'no' | null>(null);
  const saving = useSaveLetters(account, () => setAnswer('yes'));
  const isElsewhere = (account.weekly ?? usualWeekly) !== 'off';
  if (answer !== null) {
    const said = answer === 'no' ? text.no : account.isVerified ? text.yes : text.unconfirmed;
    return (
      <p className={styles.lead} tabIndex={-1} ref={(words) => words?.focus()}>
        {said}{' '}
        <Link to={answer === 'yes' && !account.isVerified ? '/settings#email' : '/settings#letters'}>
          {text.settings}
        </Link>
      </p>
    );
  }
  return (
    <section className={styles.offer} aria-label={text.label}>
      <p className={styles.lead}>{text[about]}</p>
      {saving.error && (
        <p role="alert" className={styles.failed}>
          {sentenceFor(saving.error)}
        </p>
      )}
      <Button busy={saving.isPending} onClick={() => saving.mutate({ weekly: isElsewhere ? 'both' : about })}>
        {text.accept}
      </Button>
      <Button
        variant="quiet"
        onClick={() => {
          keepRefused(about);
          setAnswer('no');
        }}
      >
        {text.refuse}
      </Button>
    </section>
  );
}
