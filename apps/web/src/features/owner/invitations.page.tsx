import { useState } from 'react';
import { EmptyState } from '../../ui/empty-state';
import { Skeleton } from '../../ui/skeleton';
import { InvitationForm } from './invitation-form';
import styles from './invitations.module.css';
import { invitationsText as text } from './invitations.text';
import { InvitationsTable } from './invitations-table';
import { MadeLink } from './made-link';
import { useInvitations } from './owner.queries';
import { OwnerFrame } from './owner-frame';
import { ShowMore } from './show-more';

export function InvitationsPage() {
  const query = useInvitations();
  const [link, setLink] = useState<string | null>(null);
  const rows = query.data?.pages.flatMap((page) => page.items);
  return (
    <OwnerFrame title={text.title} asked={query}>
      <div className={styles.page}>
        <section aria-labelledby="invite" className={styles.section}>
          <h2 id="invite">{text.make}</h2>
          <InvitationForm onLink={setLink} />
        </section>
        <section aria-labelledby="invitations" className={styles.section}>
          <h2 id="invitations">{text.listTitle}</h2>
          {!rows && <Skeleton lines={3} height={56} />}
          {rows?.length === 0 && <EmptyState title={text.none}>{text.noneText}</EmptyState>}
          {rows && rows.length > 0 && <InvitationsTable rows={rows} />}
          <ShowMore query={query} />
        </section>
      </div>
      <MadeLink url={link} onClose={() => setLink(null)} />
    </OwnerFrame>
  );
}
