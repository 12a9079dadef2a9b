import type { ReceivedAsk } from '@waymark/contract';
import { Button, ButtonLink } from '../../ui/button';
import { WholeDay } from '../../ui/dates';
import { LoadFailed } from '../../ui/load-failed';
import { notify } from '../../ui/toast';
import { AnswerAsk } from './answer-ask';
import styles from './invitations.module.css';
import { useReceivedAsks, useReceivedInvitations } from './invitations.queries';
import { invitationsText } from './invitations.text';
import { useRoadmapList } from './mentoring.queries';
import { MyAsks } from './my-asks';
import { ReceivedInvitation } from './received-invitation';

const text = invitationsText.received;

function AskedItem({ ask, roadmapTitle }: { ask: ReceivedAsk; roadmapTitle: string }) {
  const { id, learner, sentence, consent, expiresAt } = ask;
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <h3>{learner.name}</h3>
        <p>{text.asks(roadmapTitle)}</p>
        <blockquote className={styles.quote}>{sentence}</blockquote>
        <p>{text.wouldSee(consent)}</p>
        <p className={styles.quiet}>
          {text.until} <WholeDay at={expiresAt} />
        </p>
      </div>
      <div className={styles.acts}>
        <AnswerAsk
          id={id}
          name={learner.name}
          onAnswered={(accepted) => notify({ text: accepted ? text.accepted(learner.name) : text.declined })}
        />
      </div>
    </li>
  );
}

/** What waits for my answer, on either side; whom I asked; and the ways to find together. */
export function Invitations() {
  const invitations = useReceivedInvitations();
  const asks = useReceivedAsks();
  const roadmaps = useRoadmapList();
  const titleOf = (slug: string) => roadmaps.data?.items.find((card) => card.slug === slug)?.title ?? slug;
  const invited = invitations.data?.pages.flatMap((page) => page.items) ?? [];
  const asked = asks.data?.pages.flatMap((page) => page.items) ?? [];
  const failed = [invitations, asks].find((query) => query.isError);
  const next = [invitations, asks].find((query) => query.hasNextPage);
  return (
    <>
      <section className={styles.section} aria-labelledby="invitations">
        <h2 id="invitations">{text.title}</h2>
        {failed && <LoadFailed title={text.failed} error={failed.error} onRetry={() => failed.refetch()} />}
        {invited.length + asked.length > 0 ? (
          <ul className={styles.list}>
            {asked.map((ask) => (
              <AskedItem key={ask.id} ask={ask} roadmapTitle={titleOf(ask.roadmap)} />
            ))}
            {invited.map((each) => (
              <ReceivedInvitation key={each.id} invitation={each} roadmapTitle={titleOf(each.roadmap)} />
            ))}
          </ul>
        ) : (
          invitations.isSuccess && asks.isSuccess && <p className={styles.quiet}>{text.noneText}</p>
        )}
        {next && (
          <Button busy={next.isFetchingNextPage} onClick={() => next.fetchNextPage()}>
            {invitationsText.more}
          </Button>
        )}
        <div className={styles.acts}>
          <ButtonLink to="/mentoring/ask">{text.ask}</ButtonLink>
          <ButtonLink to="/mentoring/invite" variant="quiet">
            {text.invite}
          </ButtonLink>
        </div>
      </section>
      <MyAsks titleOf={titleOf} />
    </>
  );
}
