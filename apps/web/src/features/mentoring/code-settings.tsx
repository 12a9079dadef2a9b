import type { Cohort } from '@waymark/contract';
import { useState } from 'react';
import { sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { Timestamp } from '../../ui/dates';
import { Dialog } from '../../ui/dialog';
import { SelectField } from '../../ui/fields';
import { Notice } from '../../ui/notice';
import { notify } from '../../ui/toast';
import styles from './cohort.module.css';
import { JoinCode } from './join-code';
import { useRenewCode, useRevokeCode } from './mentoring.queries';
import { mentoringText } from './mentoring.text';

const text = mentoringText.code;
const expiries = Object.entries(text.expiries).map(([value, label]) => ({ value, label }));

function Expiry({ at }: { at: string | null }) {
  if (at === null) return text.noExpiry;
  const isOver = Date.parse(at) <= Date.now();
  return (
    <>
      {isOver ? text.expired : text.expires} <Timestamp at={at} />.
    </>
  );
}

/** The join code for its mentor: hand it out, make a new one, end it. */
export function CodeSettings({ cohort }: { cohort: Cohort }) {
  const [expiry, setExpiry] = useState('30');
  const [isAsking, setAsking] = useState(false);
  const renew = useRenewCode(cohort.id);
  const revoke = useRevokeCode(cohort.id);
  const error = renew.error ?? revoke.error;

  function onRenew() {
    if (renew.isPending) return;
    renew.mutate(expiry === 'never' ? null : Number(expiry), {
      onSuccess: () => notify({ text: text.renewed, tone: 'good' }),
    });
  }

  function onRevoke() {
    setAsking(false);
    revoke.mutate(undefined, { onSuccess: () => notify({ text: text.revokeDone }) });
  }

  return (
    <div className={styles.code}>
      {error && <Notice tone="alarm">{sentenceFor(error)}</Notice>}
      {cohort.code ? (
        <>
          <JoinCode code={cohort.code} cohort={cohort.name} />
          <p className={styles.quiet}>
            <Expiry at={cohort.codeExpiresAt} />
          </p>
        </>
      ) : (
        <p className={styles.quiet}>{text.revoked}</p>
      )}
      <div className={styles.renew}>
        <SelectField label={text.expiresIn} value={expiry} onChange={setExpiry} options={expiries} />
        <Button busy={renew.isPending} onClick={onRenew}>
          {text.renew}
        </Button>
        {cohort.code && (
          <Button variant="quiet" busy={revoke.isPending} onClick={() => setAsking(true)}>
            {text.revoke}
          </Button>
        )}
      </div>
      {cohort.code && <p className={styles.quiet}>{text.renewLead}</p>}
      <Dialog
        open={isAsking}
        onClose={() => setAsking(false)}
        title={text.revokeTitle}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{text.revokeKeep}</Button>
            <Button variant="danger" onClick={onRevoke}>
              {text.revokeConfirm}
            </Button>
          </>
        }
      >
        <p>{text.revokeText}</p>
      </Dialog>
    </div>
  );
}
