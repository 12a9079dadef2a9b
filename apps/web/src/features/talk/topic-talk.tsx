import { type ReactNode, useRef } from 'react';
import { Link } from 'react-router';
import { useSession } from '../../api/session';
import { CommentForm } from './comment-form';
import { CommentList } from './comment-list';
import { MyHelp } from './my-help';
import { SuggestionList } from './suggestion-list';
import styles from './talk.module.css';
import { type TalkPlace, useReaders, useTalkCards } from './talk.queries';
import { talkText as text } from './talk.text';
import { useSay } from './use-say';
import { useSeen } from './use-seen';

/** The talk itself, for either side: what is suggested, what was said, and a place to write. */
export function TalkBody({ place }: { place: TalkPlace }) {
  const myId = useSession().account?.id;
  const saying = useSay(place);
  const end = useRef<HTMLDivElement>(null);
  useSeen(place, end);
  return (
    <>
      <SuggestionList place={place} myId={myId} />
      <CommentList place={place} myId={myId} saying={saying} />
      <div ref={end} />
      <CommentForm
        key={place.topicId}
        place={`say:${place.learnerId}/${place.slug}/${place.topicId}`}
        onSay={saying.say}
      />
    </>
  );
}

/** In the topic's panel, for its learner. Where nobody shares the way and nothing was said, it says how to begin. */
export function MyTopicTalk({ slug, topicId }: { slug: string; topicId: string }): ReactNode {
  const myId = useSession().account?.id;
  const way = { learnerId: myId ?? '', slug, isMine: true };
  const readers = useReaders(slug).data?.progress;
  const card = useTalkCards(myId ? way : null).data?.find((each) => each.topicId === topicId);
  if (!myId || !readers) return null;
  const names = readers.map(({ name }) => name);
  return (
    <section className={styles.part} aria-labelledby="topic-talk">
      <h3 id="topic-talk">{text.title}</h3>
      <p className={styles.quiet}>{names.length > 0 ? text.readBy(names) : text.alone}</p>
      {names.length === 0 && <Link to="/settings#sharing">{text.share}</Link>}
      {names.length > 0 && <MyHelp key={topicId} thing={{ slug, topicId }} />}
      {(names.length > 0 || card) && <TalkBody place={{ ...way, topicId }} />}
    </section>
  );
}
