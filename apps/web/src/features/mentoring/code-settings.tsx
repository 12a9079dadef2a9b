import type { Cohort } from '@waymark/contract';
import { useState } from 'react';
import { sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { Timestamp } from '../../ui/dates';
import { Dialog } from '../../ui/dialog';
import { SelectField, TextField } from '../../ui/fields';
import { Notice } from '../../ui/notice';
import { notify } from '../../ui/toast';
import styles from './cohort.module.css';
import { cohortsText } from './cohorts.text';
import { JoinCode } from './join-code';
import { useRenewCode, useRevokeCode } from './mentoring.queries';
import { mentoringText } from './mentoring.text';

const text = mentoringText.code;
const limits = cohortsText.code;
const expiries = Object.entries(text.expiries).map(([value, label]) => ({ value, label }));

/** How many may join: `null` is as many as like, `undefined` no number of people. */
function readUses(typed: string): number | null | undefined {
  const count = Number(typed.trim());
  if (typed.trim() === '') return null;
  return Number.isInteger(count) && count >= 1 && count <= 5000 ? count : undefined;
}

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
  const [typed, setTyped] = useState('');
  const [issue, setIssue] = useState<string>();
  const [isAsking, setAsking] = useState(false);
  const renew = useRenewCode(cohort.id);
  const revoke = useRevokeCode(cohort.id);
  const error = renew.error ?? revoke.error;

  function onRenew() {
    const uses = readUses(typed);
    setIssue(uses === undefined ? limits.badUses : undefined);
    if (renew.isPending || uses === undefined) return;
    renew.mutate(
      { expiresInDays: expiry === 'never' ? null : Number(expiry), uses },
      { onSuccess: () => notify({ text: text.renewed, tone: 'good' }) },
    );
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
            <Expiry at={cohort.codeExpiresAt} /> {cohort.codeUsesLeft !== null && limits.left(cohort.codeUsesLeft)}
          </p>
        </>
      ) : (
        <p className={styles.quiet}>{text.revoked}</p>
      )}
      <div className={styles.renew}>
        <SelectField label={text.expiresIn} value={expiry} onChange={setExpiry} options={expiries} />
        <TextField
          label={limits.uses}
          hint={limits.usesHint}
          inputMode="numeric"
          value={typed}
          onChange={setTyped}
          error={issue}
        />
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
