import { type FormEvent, useEffect, useRef, useState } from 'react';
import { call } from '../../api/call';
import { useInstance } from '../../api/instance';
import { issueFor, ProblemError, sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/fields';
import layout from '../../ui/layout.module.css';
import { Notice } from '../../ui/notice';
import { Segmented } from '../../ui/segmented';
import { notify } from '../../ui/toast';
import styles from './invitations.module.css';
import { invitationsText as text } from './invitations.text';
import { emptyInvitation, type InvitationDraft, invitationOf, limits, wholeNumber } from './new-invitation';
import { useRefreshOwner } from './owner.queries';

const ways = [
  { value: 'link', label: text.byLink },
  { value: 'mail', label: text.byMail },
] as const;
const fields = ['email', 'uses', 'expiresInDays', 'note'];

export function InvitationForm({ onLink }: { onLink: (url: string) => void }) {
  const instance = useInstance();
  const refresh = useRefreshOwner();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState(emptyInvitation);
  const [tries, setTries] = useState(0);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const hasMail = instance?.mail !== 'none';
  const isMail = draft.way === 'mail';
  const change = (changes: Partial<InvitationDraft>) => setDraft({ ...draft, ...changes });
  useEffect(() => {
    if (tries > 0 && !busy) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [tries, busy]);

  const send = async () => {
    setTries((count) => count + 1);
    setFailure(null);
    const body = invitationOf(draft);
    if (!body) return;
    setBusy(true);
    try {
      const { url } = await call('createInvitation', { body });
      setDraft({ ...emptyInvitation, way: draft.way });
      setTries(0);
      if (url) onLink(url);
      else notify({ text: text.sent(body.email ?? ''), tone: 'good' });
      await refresh();
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) void send();
  };
  const tried = tries > 0;
  const isBeside = failure instanceof ProblemError && fields.includes(failure.errors[0]?.path ?? '');
  return (
    <form ref={form} className={layout.stack} onSubmit={submit} noValidate>
      {failure && !isBeside ? <Notice tone="alarm">{sentenceFor(failure)}</Notice> : null}
      {hasMail ? (
        <div>
          <Segmented label={text.way} value={draft.way} onChange={(way) => change({ way })} options={ways} />
        </div>
      ) : (
        <p className={styles.quiet}>{text.noMail}</p>
      )}
      {isMail ? (
        <TextField
          label={text.email}
          type="email"
          autoComplete="off"
          value={draft.email}
          onChange={(email) => change({ email })}
          error={tried && !draft.email.trim() ? text.noEmail : issueFor(failure, 'email')}
        />
      ) : (
        <TextField
          label={text.uses}
          hint={text.usesHint}
          inputMode="numeric"
          autoComplete="off"
          value={draft.uses}
          onChange={(uses) => change({ uses })}
          error={
            tried && wholeNumber(draft.uses, limits.uses) === null
              ? text.whole(1, limits.uses)
              : issueFor(failure, 'uses')
          }
        />
      )}
      <TextField
        label={text.days}
        hint={text.daysHint}
        inputMode="numeric"
        autoComplete="off"
        value={draft.days}
        onChange={(days) => change({ days })}
        error={
          tried && wholeNumber(draft.days, limits.days) === null
            ? text.whole(1, limits.days)
            : issueFor(failure, 'expiresInDays')
        }
      />
      <TextField
        label={text.note}
        hint={text.noteHint}
        autoComplete="off"
        maxLength={limits.note}
        value={draft.note}
        onChange={(note) => change({ note })}
        error={issueFor(failure, 'note')}
      />
      <div>
        <Button type="submit" variant="main" busy={busy}>
          {isMail ? text.actMail : text.actLink}
        </Button>
      </div>
    </form>
  );
}
