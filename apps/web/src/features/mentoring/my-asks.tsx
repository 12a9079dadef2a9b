import type { MentorAsk } from '@waymark/contract';
import { sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { WholeDay } from '../../ui/dates';
import { LoadFailed } from '../../ui/load-failed';
import { notify } from '../../ui/toast';
import styles from './invitations.module.css';
import { useMyAsks, useWithdrawAsk } from './invitations.queries';
import { invitationsText } from './invitations.text';

const text = invitationsText.mine;

function MyAsk({ ask, roadmapTitle }: { ask: MentorAsk; roadmapTitle: string }) {
  const withdraw = useWithdrawAsk();
  const { id, state, mentor, answer, createdAt } = ask;
  const to = mentor?.name ?? ask.to;
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <h3>{text.asked(to, roadmapTitle)}</h3>
        <p className={styles.quiet}>
          <WholeDay at={createdAt} />: {text.states[state]}
        </p>
        {answer && (
          <>
            <p className={styles.quiet}>{text.answered}</p>
            <blockquote className={styles.quote}>{answer}</blockquote>
          </>
        )}
      </div>
      {state === 'open' && (
        <Button
          variant="quiet"
          busy={withdraw.isPending}
          aria-label={text.withdrawOf(to)}
          onClick={() =>
            withdraw.mutate(id, {
              onSuccess: () => notify({ text: text.withdrawn }),
              onError: (error) => notify({ text: invitationsText.notDone(sentenceFor(error)), tone: 'alarm' }),
            })
          }
        >
          {text.withdraw}
        </Button>
      )}
    </li>
  );
}

/** Whom I asked to mentor me, and what became of it; nothing where I asked nobody. */
export function MyAsks({ titleOf }: { titleOf: (slug: string) => string }) {
  const query = useMyAsks();
  const asks = query.data?.pages.flatMap((page) => page.items) ?? [];
  if (query.isError) return <LoadFailed title={text.failed} error={query.error} onRetry={() => query.refetch()} />;
  if (asks.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="my-asks">
      <h2 id="my-asks">{text.title}</h2>
      <ul className={styles.list}>
        {asks.map((ask) => (
          <MyAsk key={ask.id} ask={ask} roadmapTitle={titleOf(ask.roadmap)} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button busy={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {invitationsText.more}
        </Button>
      )}
    </section>
  );
}
