import { Link } from 'react-router';
import { Timestamp } from '../../ui/dates';
import { Address } from './address';
import { membersText as text } from './members.text';
import { type MemberRow, stateOf } from './members-filter';
import { RowsTable } from './rows-table';
import styles from './table.module.css';

/** One row is one member. On a phone each becomes a card, the column's name beside its value. */
export function MembersTable({ rows }: { rows: readonly MemberRow[] }) {
  return (
    <RowsTable caption={text.table} columns={[text.name, text.email, text.stateHead, text.factor, text.lastUsed]}>
      {rows.map((member) => (
        <OneMember key={member.id} member={member} />
      ))}
    </RowsTable>
  );
}

function OneMember({ member }: { member: MemberRow }) {
  const state = stateOf(member);
  const isClosed = state === 'disabled' || state === 'leaving';
  return (
    <tr>
      <th scope="row">
        <Link to={`/owner/members/${member.id}`}>{member.name}</Link>
        {member.role === 'owner' && <span className={styles.tag}>{text.owner}</span>}
        <small>@{member.handle}</small>
      </th>
      <td data-label={text.email}>
        <span>
          <Address email={member.email} />
        </span>
      </td>
      <td data-label={text.stateHead}>
        <span className={isClosed ? styles.alarm : undefined}>{text.states[state]}</span>
      </td>
      <td data-label={text.factor}>{member.hasTwoFactor ? text.yes : text.no}</td>
      <td data-label={text.lastUsed}>
        {member.lastUsedAt ? <Timestamp at={member.lastUsedAt} /> : <span className={styles.quiet}>{text.never}</span>}
      </td>
    </tr>
  );
}
