import { useMutation, useQuery } from '@tanstack/react-query';
import type { Account, Digest } from '@waymark/contract';
import { usualDigest } from '@waymark/contract/rules';
import { call } from '../../api/call';
import { instanceQuery } from '../../api/instance';
import { ProblemError, sentenceFor } from '../../api/problem';
import { accountChanged } from '../../api/session';
import { SelectField } from '../../ui/fields';
import { Notice } from '../../ui/notice';
import { notify } from '../../ui/toast';
import styles from './notifications.module.css';
import { notificationsText } from './notifications.text';

const text = notificationsText.setting;
const options = Object.entries(notificationsText.often).map(([value, label]) => ({ value, label }));

/** Nothing else of the account is changed by it, so whatever was saved elsewhere meanwhile stays. */
async function save({ version }: Account, digest: Digest): Promise<Account> {
  try {
    return await call('changeMe', { body: { digest }, ifMatch: version });
  } catch (error) {
    const current = error instanceof ProblemError && error.code === 'stale' ? (error.current as Account | null) : null;
    if (!current) throw error;
    return call('changeMe', { body: { digest }, ifMatch: current.version });
  }
}

/** How often letters about reviews come. */
export function MailSetting({ account }: { account: Account }) {
  const { data: instance } = useQuery(instanceQuery);
  const saving = useMutation({
    mutationFn: (digest: Digest) => save(account, digest),
    onSuccess: (saved) => {
      accountChanged(saved);
      notify({ text: text.saved, tone: 'good' });
    },
  });
  if (instance?.mail === 'none') return <p className={styles.lead}>{text.noMail}</p>;
  const chosen = saving.isPending ? saving.variables : (account.digest ?? usualDigest);
  return (
    <>
      <p className={styles.lead}>{text.lead}</p>
      {!account.isVerified && (
        <Notice tone="info" action={<a href="#email">{text.confirm}</a>}>
          {text.unconfirmed}
        </Notice>
      )}
      <SelectField
        label={text.label}
        value={chosen}
        onChange={(digest) => saving.mutate(digest as Digest)}
        options={options}
        error={saving.error ? sentenceFor(saving.error) : undefined}
      />
    </>
  );
}
