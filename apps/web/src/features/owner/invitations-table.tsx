import { dayIn } from '@waymark/contract/rules';
import { useState } from 'react';
import { call } from '../../api/call';
import { Button } from '../../ui/button';
import { DayText, Timestamp, useZone } from '../../ui/dates';
import { Confirm } from './confirm';
import { type Invitation, invitationState } from './invitation-state';
import { invitationsText as text } from './invitations.text';
import { RowsTable } from './rows-table';
import styles from './table.module.css';
import { useAct } from './use-act';

export function InvitationsTable({ rows }: { rows: readonly Invitation[] }) {
  return (
    <RowsTable caption={text.list} columns={[text.whom, text.state, text.made]} acts={text.act}>
      {rows.map((invitation) => (
        <OneInvitation key={invitation.id} invitation={invitation} />
      ))}
    </RowsTable>
  );
}

const whomOf = ({ email, note }: Invitation) => email ?? (note || text.anyone);

function OneInvitation({ invitation }: { invitation: Invitation }) {
  const { email, note, createdAt, madeBy } = invitation;
  const state = invitationState(invitation, new Date());
  const beside = email ? note : note && text.anyone;
  return (
    <tr>
      <th scope="row">
        {whomOf(invitation)}
        {beside && <small>{beside}</small>}
      </th>
      <td data-label={text.state}>
        <StateInWords invitation={invitation} />
      </td>
      <td data-label={text.made}>
        <span>
          <Timestamp at={createdAt} />
          {madeBy && <small>{text.by(madeBy)}</small>}
        </span>
      </td>
      <td className={styles.plain}>{state === 'open' && <Revoke invitation={invitation} />}</td>
    </tr>
  );
}

function StateInWords({ invitation }: { invitation: Invitation }) {
  const { uses, usesLeft, expiresAt } = invitation;
  const timeZone = useZone();
  const state = invitationState(invitation, new Date());
  if (state !== 'open') return <span className={styles.quiet}>{state === 'used' ? text.used(uses) : text[state]}</span>;
  return (
    <span>
      {text.open(usesLeft, uses)}
      <small>
        {text.ends} <DayText day={dayIn(timeZone, new Date(expiresAt))} />
      </small>
    </span>
  );
}

function Revoke({ invitation }: { invitation: Invitation }) {
  const { busy, act, dialog } = useAct();
  const [isAsking, setAsking] = useState(false);
  const revoke = async () => {
    await act(() => call('revokeInvitation', { params: { id: invitation.id } }), text.isRevoked);
    setAsking(false);
  };
  return (
    <>
      <Button onClick={() => setAsking(true)} aria-label={text.revokeOf(whomOf(invitation))}>
        {text.revoke}
      </Button>
      {isAsking && (
        <Confirm
          title={text.revokeTitle}
          label={text.revoke}
          busy={busy}
          danger
          onClose={() => setAsking(false)}
          onConfirm={revoke}
        >
          {text.revokeText}
        </Confirm>
      )}
      {dialog}
    </>
  );
}
