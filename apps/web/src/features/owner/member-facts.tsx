import type { ReactNode } from 'react';
import { Timestamp } from '../../ui/dates';
import { Address } from './address';
import styles from './member.module.css';
import { membersText, memberText as text } from './members.text';
import type { MemberRow } from './members-filter';

export function MemberFacts({ member, isSelf }: { member: MemberRow; isSelf: boolean }) {
  const { disabledAt, eraseAfter, lastUsedAt } = member;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [text.email, <Address key="email" email={member.email} />],
    [text.address, member.isVerified ? text.verified : text.unverified],
    [text.handle, `@${member.handle}`],
    [text.role, text.roles[member.role]],
    [text.factor, member.hasTwoFactor ? text.factorOn : text.factorOff],
    [text.since, <Timestamp key="since" at={member.createdAt} />],
    [text.lastUsed, lastUsedAt ? <Timestamp key="used" at={lastUsedAt} /> : membersText.never],
    ...(disabledAt ? ([[text.disabledSince, <Timestamp key="disabled" at={disabledAt} />]] as const) : []),
    ...(eraseAfter ? ([[text.leaving, <Timestamp key="leaving" at={eraseAfter} />]] as const) : []),
  ];
  return (
    <section aria-labelledby="facts" className={styles.section}>
      <h2 id="facts">{text.facts}</h2>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.quiet}>{isSelf ? text.self : text.privacy}</p>
    </section>
  );
}
