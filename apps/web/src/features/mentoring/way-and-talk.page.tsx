import type { Consent, Enrolment, Roadmap } from '@waymark/contract';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { ProjectHelpRequests } from '../talk/learner-help';
import { LearnerTopic } from '../talk/learner-topic';
import { SharedNotes } from '../talk/shared-notes';
import { useLearnerHelp, useTalkCards } from '../talk/talk.queries';
import { talkText } from '../talk/talk.text';
import { outlineOf } from './learner-outline';
import { LearnerWay } from './learner-way';

const text = talkText.topic;

interface Learner {
  id: string;
  name: string;
}

interface WayAndTalkProps {
  learner: Learner;
  roadmap: Roadmap;
  enrolment: Enrolment;
  seesNotes: boolean;
}

/** A learner's way, of which each topic opens the talk on it above the list. */
export function WayAndTalk({ learner, roadmap, enrolment, seesNotes }: WayAndTalkProps) {
  const [search] = useSearchParams();
  const { slug } = roadmap;
  const openId = search.get('topic');
  const topic = roadmap.topics.find(({ id }) => id === (roadmap.aliases[openId ?? ''] ?? openId));
  const cards = useTalkCards({ learnerId: learner.id, slug, isMine: false }).data ?? [];
  const asked = useLearnerHelp(learner.id, slug).data?.items ?? [];
  const helpOn = (id: string) => asked.find(({ about }) => about.kind === 'topic' && about.topicId === id);
  const toTopic = (id: string | null) => {
    const next = new URLSearchParams(search);
    next.set('roadmap', slug);
    if (id === null) next.delete('topic');
    else next.set('topic', id);
    return `?${next}`;
  };
  const noteOf = (id: string) => {
    const unread = cards.find(({ topicId }) => topicId === id)?.unread ?? 0;
    return [helpOn(id) ? text.asks : null, unread > 0 ? text.unread(unread) : null].filter(Boolean).join(', ') || null;
  };
  // Whoever opens a topic is led to it, and hears what it is.
  useEffect(() => {
    if (topic?.id === undefined) return;
    const opened = document.querySelector<HTMLElement>('[data-open-topic]');
    opened?.scrollIntoView({ block: 'start' });
    opened?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  }, [topic?.id]);
  return (
    <>
      {topic && (
        <LearnerTopic
          key={topic.id}
          {...{ learner, slug, topic, seesNotes }}
          help={helpOn(topic.id)}
          closeTo={toTopic(null)}
        />
      )}
      <LearnerWay stages={outlineOf(roadmap, enrolment)} toTopic={toTopic} noteOf={noteOf} />
    </>
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
