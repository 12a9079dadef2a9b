import { useParams } from 'react-router';
import { useInstance } from '../../api/instance';
import { ProblemError } from '../../api/problem';
import { useSession } from '../../api/session';
import { ButtonLink } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { Skeleton } from '../../ui/skeleton';
import styles from './member.module.css';
import { MemberActs } from './member-acts';
import { MemberFacts } from './member-facts';
import { memberText as text } from './members.text';
import { useMember } from './owner.queries';
import { OwnerFrame } from './owner-frame';

export function MemberPage() {
  const { id = '' } = useParams();
  const { account } = useSession();
  const query = useMember(id);
  const instance = useInstance();
  const isGone = query.error instanceof ProblemError && ['not-found', 'invalid'].includes(query.error.code);
  if (isGone)
    return (
      <OwnerFrame title={text.gone} asked={{ ...query, error: null }}>
        <EmptyState title={text.goneTitle} action={<ButtonLink to="/owner/members">{text.toMembers}</ButtonLink>}>
          {text.goneText}
        </EmptyState>
      </OwnerFrame>
    );
  const member = query.data;
  return (
    <OwnerFrame
      title={member?.name ?? text.loading}
      asked={query}
      beside={<ButtonLink to={`/owner/audit?account=${id}`}>{text.toAudit}</ButtonLink>}
    >
      {!member && <Skeleton lines={6} height={36} />}
      {member && (
        <div className={styles.page}>
          <MemberFacts member={member} isSelf={member.id === account?.id} />
          <MemberActs member={member} isSelf={member.id === account?.id} hasMailServer={instance?.mail === 'smtp'} />
        </div>
      )}
    </OwnerFrame>
  );
}
