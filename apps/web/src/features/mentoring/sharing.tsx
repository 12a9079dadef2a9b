import type { Grant } from '@waymark/contract';
import { useState } from 'react';
import { Button, ButtonLink } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { LoadFailed } from '../../ui/load-failed';
import { Skeleton } from '../../ui/skeleton';
import { GrantCard } from './grant-card';
import { JustEnded } from './hand-over';
import { invitationsText } from './invitations.text';
import { MentorAsks } from './mentor-asks';
import { useGrants, useRoadmapList } from './mentoring.queries';
import { mentoringText } from './mentoring.text';
import styles from './sharing.module.css';
import { sharingText } from './sharing.text';

const text = sharingText.grants;

/** A section: everybody who sees something of mine, and what. */
export function Sharing() {
  const [ended, setEnded] = useState<readonly Grant[]>([]);
  const query = useGrants();
  const roadmaps = useRoadmapList();
  const grants = query.data?.pages.flatMap((page) => page.items) ?? [];
  const titleOf = (slug: string) => roadmaps.data?.items.find((card) => card.slug === slug)?.title ?? slug;
  return (
    <section id="sharing" className={styles.sharing} aria-labelledby="sharing-title">
      <h2 id="sharing-title">{text.title}</h2>
      <p className={styles.lead}>{text.lead}</p>
      <JustEnded grants={ended} />
      <MentorAsks />
      {query.isPending && <Skeleton lines={3} height={48} />}
      {query.isError && <LoadFailed title={text.loadFailed} error={query.error} onRetry={() => query.refetch()} />}
      {query.isSuccess && grants.length === 0 && (
        <EmptyState title={text.none} action={<ButtonLink to="/cohorts/join">{text.join}</ButtonLink>}>
          <p>{text.noneLead}</p>
        </EmptyState>
      )}
      {query.isSuccess && (
        <p>
          <ButtonLink to="/mentoring/ask">{invitationsText.received.ask}</ButtonLink>
        </p>
      )}
      {grants.length > 0 && (
        <ul className={styles.list}>
          {grants.map((grant) => (
            <GrantCard
              key={grant.id}
              grant={grant}
              roadmapTitle={titleOf(grant.roadmap)}
              onEnded={(each) => setEnded((before) => [...before, each])}
            />
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Button busy={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {mentoringText.showMore}
        </Button>
      )}
    </section>
  );
}
