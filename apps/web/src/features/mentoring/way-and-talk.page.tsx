import type { Consent, Enrolment, LearnerDashboard, ProjectCard, Roadmap } from '@waymark/contract';
import { useEffect, useMemo } from 'react';
import { classes } from '../../ui/classes';
import { ProjectHelpRequests } from '../talk/learner-help';
import { LearnerTopic } from '../talk/learner-topic';
import { SharedNotes } from '../talk/shared-notes';
import { useLearnerHelp, useTalkCards } from '../talk/talk.queries';
import { talkText } from '../talk/talk.text';
import { LearnerMap } from './learner-map';
import { stuckNotes } from './stuck-notes';
import type { TopicAddress } from './topic-address';
import { useToday } from './use-today';
import styles from './way-and-talk.module.css';

const text = talkText.topic;
const noProjects: readonly ProjectCard[] = [];

interface Learner {
  id: string;
  name: string;
}

interface WayAndTalkProps {
  dashboard: LearnerDashboard;
  enrolment: Enrolment;
  roadmap: Roadmap;
  address: TopicAddress;
}

/** A learner's way, of which each topic opens the talk on it. */
export function WayAndTalk({ dashboard, enrolment, roadmap, address }: WayAndTalkProps) {
  const today = useToday();
  const { learner, consent, attention, projects } = dashboard;
  const { slug } = roadmap;
  const topic = roadmap.topics.find(({ id }) => id === address.openId);
  const cards = useTalkCards({ learnerId: learner.id, slug, isMine: false }).data;
  const asked = useLearnerHelp(learner.id, slug).data?.items;
  const notes = useMemo(() => {
    const found = stuckNotes(attention, today);
    const add = (id: string, words: string) => found.set(id, [words, found.get(id)].filter(Boolean).join(', '));
    for (const { topicId, unread } of cards ?? []) if (unread > 0) add(topicId, text.unread(unread));
    for (const { about } of asked ?? []) if (about.kind === 'topic') add(about.topicId, text.asks);
    return found;
  }, [attention, today, cards, asked]);
  // Whoever opens a topic is led to it, and hears what it is.
  useEffect(() => {
    if (topic?.id === undefined) return;
    const opened = document.querySelector<HTMLElement>('[data-open-topic]');
    opened?.scrollIntoView({ block: 'start' });
    opened?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  }, [topic?.id]);
  return (
    <div className={classes(styles.wayAndTalk, topic && styles.withTopic)}>
      {topic && (
        <div className={styles.topic}>
          <LearnerTopic
            key={topic.id}
            {...{ learner, slug, topic }}
            seesNotes={consent.notes}
            help={asked?.find(({ about }) => about.kind === 'topic' && about.topicId === topic.id)}
            closeTo={address.toTopic(null)}
          />
        </div>
      )}
      <LearnerMap {...{ roadmap, enrolment, notes, address }} projects={projects ?? noProjects} />
    </div>
  );
}

/** What else a learner has written for their mentors: about projects, and the notes that they share. */
export function LearnerWords({ learner, slug, consent }: { learner: Learner; slug: string; consent: Consent }) {
  const asked = useLearnerHelp(learner.id, slug, consent.projects).data?.items ?? [];
  return (
    <>
      <ProjectHelpRequests asked={asked} />
      {consent.notes && <SharedNotes learner={learner} slug={slug} />}
    </>
  );
}
