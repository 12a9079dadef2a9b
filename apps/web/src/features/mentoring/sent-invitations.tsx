import type { MentorInvitation } from '@waymark/contract';
import { invitationAfter } from '@waymark/contract/rules';
import { sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { WholeDay } from '../../ui/dates';
import { EmptyState } from '../../ui/empty-state';
import { LoadFailed } from '../../ui/load-failed';
import { Skeleton } from '../../ui/skeleton';
import { notify } from '../../ui/toast';
import styles from './invitations.module.css';
import { useResend, useRevoke, useSentInvitations } from './invitations.queries';
import { invitationsText } from './invitations.text';

const text = invitationsText.invite;
const refused = (error: unknown) => notify({ text: invitationsText.notDone(sentenceFor(error)), tone: 'alarm' });

function Sent({ invitation }: { invitation: MentorInvitation }) {
  const resend = useResend();
  const revoke = useRevoke();
  const { id, email, name, state, acceptedBy, sentAt, expiresAt } = invitation;
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <h3>{name ? `${name}, ${email}` : email}</h3>
        <p className={styles.quiet}>
          {acceptedBy ? text.acceptedBy(acceptedBy) : text.states[state]}, {text.sentAt} <WholeDay at={sentAt} />
          {state === 'open' && (
            <>
              , {text.until} <WholeDay at={expiresAt} />
            </>
          )}
        </p>
      </div>
      <div className={styles.acts}>
        {invitationAfter('resend', state) && (
          <Button
            busy={resend.isPending}
            aria-label={text.resendOf(email)}
            onClick={() =>
              resend.mutate(id, {
                onSuccess: () => notify({ text: text.resent(email), tone: 'good' }),
                onError: refused,
              })
            }
          >
            {text.resend}
          </Button>
        )}
        {state === 'open' && (
          <Button
            variant="quiet"
            busy={revoke.isPending}
            aria-label={text.revokeOf(email)}
            onClick={() => revoke.mutate(id, { onSuccess: () => notify({ text: text.revoked }), onError: refused })}
          >
            {text.revoke}
          </Button>
        )}
      </div>
    </li>
  );
}

/** How each stands that I sent, or that the mentors of a cohort did. */
export function SentInvitations({ cohort }: { cohort: string | null }) {
  const query = useSentInvitations(cohort);
  const sent = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className={styles.section} aria-labelledby="sent-invitations">
      <h2 id="sent-invitations">{text.sentTitle}</h2>
      {query.isPending && <Skeleton lines={3} height={48} />}
      {query.isError && <LoadFailed title={text.failed} error={query.error} onRetry={() => query.refetch()} />}
      {query.isSuccess && sent.length === 0 && (
        <EmptyState title={text.none}>
          <p>{text.noneText}</p>
        </EmptyState>
      )}
      {sent.length > 0 && (
        <ul className={styles.list}>
          {sent.map((invitation) => (
            <Sent key={invitation.id} invitation={invitation} />
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Button busy={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {invitationsText.more}
        </Button>
      )}
    </section>
  );
}
