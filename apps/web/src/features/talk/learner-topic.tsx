import type { Help } from '@waymark/contract';
import { Link } from 'react-router';
import { useSession } from '../../api/session';
import { HelpCard } from './help-card';
import { SharedNoteText } from './shared-notes';
import styles from './talk.module.css';
import { useSharedNotes } from './talk.queries';
import { talkText as text } from './talk.text';
import { TalkBody } from './topic-talk';

interface LearnerTopicProps {
  learner: { id: string; name: string };
  slug: string;
  topic: { id: string; title: string };
  /** What the learner asks for help with on this topic. */
  help: Help | undefined;
  seesNotes: boolean;
  closeTo: string;
}

/** One topic of a learner's way, as their mentor has it before them. */
export function LearnerTopic({ learner, slug, topic, help, seesNotes, closeTo }: LearnerTopicProps) {
  const myId = useSession().account?.id;
  const note = useSharedNotes(learner.id, slug, topic.id, seesNotes).data?.pages[0]?.items[0];
  return (
    <section className={styles.topic} aria-labelledby="learner-topic" data-open-topic>
      <div className={styles.head}>
        <div>
          <p className={styles.quiet}>{text.topic.eyebrow(learner.name)}</p>
          <h2 id="learner-topic" tabIndex={-1}>
            {topic.title}
          </h2>
        </div>
        <Link to={closeTo} preventScrollReset replace>
          {text.topic.close}
        </Link>
      </div>
      <p className={styles.quiet}>{text.seenBy(learner.name)}</p>
      {help && <HelpCard key={help.id} help={help} myId={myId} />}
      {note && (
        <div className={styles.note}>
          <h3>{text.notes.title}</h3>
          <SharedNoteText note={note} />
        </div>
      )}
      <TalkBody place={{ learnerId: learner.id, slug, topicId: topic.id, isMine: false }} />
    </section>
  );
}
