import type { MentorLink } from '@waymark/contract';
import { useState } from 'react';
import { useParams } from 'react-router';
import { isProblem, sentenceFor } from '../../api/problem';
import { useSession } from '../../api/session';
import { everyPage } from '../../text/every-page.text';
import { Button, ButtonLink } from '../../ui/button';
import layout from '../../ui/layout.module.css';
import { Notice } from '../../ui/notice';
import { PageHead } from '../../ui/page-head';
import { PageSkeleton } from '../../ui/page-skeleton';
import { AnswerAsk } from './answer-ask';
import { usualConsent } from './consent-fields';
import { ConsentSheet } from './consent-sheet';
import styles from './invitations.module.css';
import { useAcceptInvitation, useDeclineLink, useMentorLink } from './invitations.queries';
import { invitationsText } from './invitations.text';
import { useRoadmapList } from './mentoring.queries';

const text = invitationsText.link;

type Ended = 'declined' | 'accepted';

/** Who asks what of whom, in words. */
function About({ link, roadmapTitle }: { link: MentorLink; roadmapTitle: string }) {
  if (link.kind === 'invitation') {
    return (
      <>
        <p>{text.invited(link.from, link.cohort, roadmapTitle)}</p>
        <p className={styles.quiet}>{text.mentors(link.mentors)}</p>
      </>
    );
  }
  return (
    <>
      <p>{text.asked(link.from, roadmapTitle)}</p>
      <p className={styles.quiet}>{text.wrote(link.from)}</p>
      <blockquote className={styles.quote}>{link.sentence}</blockquote>
      <p>{invitationsText.received.wouldSee(link.consent)}</p>
    </>
  );
}

interface Props {
  link: MentorLink;
  token: string;
  onEnd: (how: Ended) => void;
}

function Decline({ token, onEnd }: Pick<Props, 'token' | 'onEnd'>) {
  const decline = useDeclineLink();
  return (
    <>
      {decline.isError && <Notice tone="alarm">{sentenceFor(decline.error)}</Notice>}
      <Button
        variant="quiet"
        busy={decline.isPending}
        onClick={() => decline.mutate(token, { onSuccess: () => onEnd('declined') })}
      >
        {text.decline}
      </Button>
    </>
  );
}

/** The way in, and back here. */
function ForStranger({ token, onEnd }: Pick<Props, 'token' | 'onEnd'>) {
  const next = `?next=${encodeURIComponent(`/mentoring/invitations/${token}`)}`;
  return (
    <>
      <p>{text.first}</p>
      <div className={layout.row}>
        <ButtonLink variant="main" to={`/sign-up${next}`}>
          {text.signUp}
        </ButtonLink>
        <ButtonLink to={`/sign-in${next}`}>{text.signIn}</ButtonLink>
        <Decline token={token} onEnd={onEnd} />
      </div>
    </>
  );
}

function ForMember({ link, token, onEnd }: Props) {
  const accept = useAcceptInvitation();
  if (link.kind === 'ask') {
    return (
      <div className={layout.row}>
        <AnswerAsk
          id={link.id}
          token={token}
          name={link.from}
          onAnswered={(accepted) => onEnd(accepted ? 'accepted' : 'declined')}
        />
      </div>
    );
  }
  return (
    <>
      <ConsentSheet
        roadmap={link.roadmap}
        mentorNames={link.mentors}
        initial={usualConsent}
        busy={accept.isPending}
        lead={invitationsText.consent.lead}
        confirm={{ some: invitationsText.consent.accept, nothing: invitationsText.consent.acceptNothing }}
        onConfirm={(consent) =>
          accept.mutate(
            { id: link.id, token, consent, key: crypto.randomUUID() },
            { onSuccess: () => onEnd('accepted') },
          )
        }
      >
        {accept.isError && <Notice tone="alarm">{sentenceFor(accept.error)}</Notice>}
      </ConsentSheet>
      <div className={layout.row}>
        <Decline token={token} onEnd={onEnd} />
      </div>
    </>
  );
}

function Answered({ link, how }: { link: MentorLink; how: Ended }) {
  if (how === 'declined') {
    return (
      <div className={layout.wrap}>
        <PageHead key="declined" title={text.title} />
        <Notice tone="good" action={<ButtonLink to="/">{text.toStart}</ButtonLink>}>
          {text.declined}
        </Notice>
      </div>
    );
  }
  const isAsk = link.kind === 'ask';
  return (
    <div className={layout.wrap}>
      <PageHead key="accepted" title={isAsk ? text.mentoring(link.from) : text.done(link.mentors)} />
      <div className={styles.page}>
        {!isAsk && <p>{text.doneLead}</p>}
        <div className={layout.row}>
          <ButtonLink variant="main" to={isAsk ? '/mentoring' : `/roadmaps/${link.roadmap}`}>
            {isAsk ? text.toMentoring : text.toRoadmap}
          </ButtonLink>
        </div>
      </div>
    </div>
  );
}

/** What a letter's link leads to, for members and strangers. Opening it uses nothing up. */
export function MentorLinkPage() {
  const { token = '' } = useParams();
  const { status } = useSession();
  const { data: link, error, refetch } = useMentorLink(token);
  const roadmaps = useRoadmapList();
  const [how, setHow] = useState<Ended | null>(null);
  if (error) {
    const hasEnded = isProblem(error, 'link-ended');
    const action = hasEnded ? (
      <ButtonLink to="/">{text.toStart}</ButtonLink>
    ) : (
      <Button onClick={() => refetch()}>{everyPage.retry}</Button>
    );
    return (
      <div className={layout.wrap}>
        <PageHead key="ended" title={text.title} />
        <Notice tone="alarm" action={action}>
          {hasEnded ? text.ended : sentenceFor(error)}
        </Notice>
      </div>
    );
  }
  if (!link) return <PageSkeleton />;
  if (how) return <Answered link={link} how={how} />;
  const roadmapTitle = roadmaps.data?.items.find(({ slug }) => slug === link.roadmap)?.title ?? link.roadmap;
  return (
    <div className={layout.wrap}>
      <PageHead key="open" title={link.kind === 'ask' ? text.askTitle : text.title} />
      <div className={styles.page}>
        <section className={styles.section}>
          <About link={link} roadmapTitle={roadmapTitle} />
        </section>
        {status === 'member' ? (
          <ForMember link={link} token={token} onEnd={setHow} />
        ) : (
          <ForStranger token={token} onEnd={setHow} />
        )}
      </div>
    </div>
  );
}
