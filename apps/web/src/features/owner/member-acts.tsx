import { useEffect, useRef } from 'react';
import { call } from '../../api/call';
import { accountChanged } from '../../api/session';
import styles from './member.module.css';
import { MemberAct } from './member-act';
import { memberText as text } from './members.text';
import type { MemberRow } from './members-filter';
import type { Changes } from './owner.queries';
import { ResetLink } from './reset-link';

interface MemberActsProps {
  member: MemberRow;
  isSelf: boolean;
  hasMailServer: boolean;
}

/** What an owner can do with a member now. Of oneself only the role can be given back here. */
export function MemberActs({ member, isSelf, hasMailServer }: MemberActsProps) {
  const { id, name, role } = member;
  const params = { id };
  const change = (body: Changes) => async () => {
    await call('changeMember', { params, body });
    if (isSelf) accountChanged(await call('readMe'));
  };
  const heading = useFocusAfter(`${role} ${member.disabledAt} ${member.eraseAfter}`);
  const isOpen = !member.disabledAt && !member.eraseAfter;
  return (
    <section aria-labelledby="acts" className={styles.section}>
      <h2 ref={heading} id="acts" tabIndex={-1}>
        {text.acts}
      </h2>
      <ul className={styles.acts}>
        {member.eraseAfter && (
          <MemberAct label={text.keep} text={text.keepText} run={change({ kept: true })} done={text.kept(name)} />
        )}
        {role === 'member' && isOpen && (
          <MemberAct
            label={text.makeOwner}
            text={text.makeOwnerText}
            asks={text.makeOwnerTitle(name)}
            run={change({ role: 'owner' })}
            done={text.madeOwner(name)}
          />
        )}
        {role === 'owner' && (
          <MemberAct
            label={text.makeMember}
            text={text.makeMemberText}
            asks={text.makeMemberTitle(name)}
            isDanger
            run={change({ role: 'member' })}
            done={text.madeMember(name)}
          />
        )}
        {!isSelf && isOpen && !hasMailServer && <ResetLink member={member} />}
        {!isSelf && isOpen && (
          <MemberAct
            label={text.endSessions}
            text={text.endSessionsText}
            asks={text.endSessionsTitle(name)}
            run={() => call('endMemberSessions', { params })}
            done={text.endedSessions(name)}
          />
        )}
        {!isSelf && member.disabledAt && (
          <MemberAct
            label={text.enable}
            text={text.enableText}
            run={change({ disabled: false })}
            done={text.enabled(name)}
          />
        )}
        {!isSelf && !member.disabledAt && (
          <MemberAct
            label={text.disable}
            text={text.disableText}
            asks={text.disableTitle(name)}
            isDanger
            run={change({ disabled: true })}
            done={text.disabled(name)}
          />
        )}
      </ul>
    </section>
  );
}

/** An act that was done may take its own button away: the focus then goes to the list's heading, not to nowhere. */
function useFocusAfter(state: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(state);
  useEffect(() => {
    if (before.current !== state && document.activeElement === document.body) heading.current?.focus();
    before.current = state;
  }, [state]);
  return heading;
}
