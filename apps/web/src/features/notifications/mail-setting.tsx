import { useQuery } from '@tanstack/react-query';
import type { Account, Digest, Weekly } from '@waymark/contract';
import { usualDigest, usualWeekly } from '@waymark/contract/rules';
import { instanceQuery } from '../../api/instance';
import { sentenceFor } from '../../api/problem';
import { SelectField } from '../../ui/fields';
import { Notice } from '../../ui/notice';
import { notify } from '../../ui/toast';
import styles from './notifications.module.css';
import { notificationsText } from './notifications.text';
import { useSaveLetters } from './save-letters';

const text = notificationsText.setting;
const weeklyOptions = Object.entries(notificationsText.weekly).map(([value, label]) => ({ value, label }));
const options = Object.entries(notificationsText.often).map(([value, label]) => ({ value, label }));

/** How often letters about reviews come, and of what one on Mondays tells. */
export function MailSetting({ account }: { account: Account }) {
  const { data: instance } = useQuery(instanceQuery);
  const saving = useSaveLetters(account, () => notify({ text: text.saved, tone: 'good' }));
  if (instance?.mail === 'none') return <p className={styles.lead}>{text.noMail}</p>;
  const waiting = saving.isPending ? saving.variables : {};
  const { digest = usualDigest, weekly = usualWeekly } = { ...account, ...waiting };
  const failedOn = (field: 'digest' | 'weekly') =>
    saving.error && saving.variables && field in saving.variables ? sentenceFor(saving.error) : undefined;
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
        value={digest}
        onChange={(often) => saving.mutate({ digest: often as Digest })}
        options={options}
        error={failedOn('digest')}
      />
      <SelectField
        label={text.weekly}
        hint={text.weeklyHint}
        value={weekly}
        onChange={(what) => saving.mutate({ weekly: what as Weekly })}
        options={weeklyOptions}
        error={failedOn('weekly')}
      />
    </>
  );
}
