import type { Enrolment, ProjectCard, ReviewCard, Roadmap } from '@waymark/contract';
import { attentionDue, attentionFor, proposals, showsItsTopics, takenOptions } from '@waymark/contract/rules';
import { stageIdOf } from './steps';

/** Something that waits for me. Each is a fact that the page can point to; none is advice. */
export type Move =
  | { kind: 'choice'; choiceId: string; title: string; open: number; why: string | null; proposed: string | null }
  | { kind: 'project'; projectId: string; title: string; missing: 'link' | 'topics'; covers: number }
  | { kind: 'review'; projectId: string; title: string; state: ReviewCard['state']; since: string }
  | { kind: 'stuck'; topicId: string; title: string; since: string };

interface Known {
  roadmap: Roadmap;
  enrolment: Enrolment;
  projects: readonly ProjectCard[];
  /** Those of mine that are open. */
  reviews: readonly ReviewCard[];
  today: string;
  /** The learner's day on which they started. */
  startedOn?: string;
}

/** Choices with a place open, up to the stage in which I walk: those further on can wait. */
function choiceMoves({ roadmap, enrolment }: Known): Move[] {
  const [first] = enrolment.next;
  const order = roadmap.stages.map((stage) => stage.id);
  const reached = first ? order.indexOf(stageIdOf(roadmap, first) ?? '') : -1;
  const offers = proposals(roadmap, enrolment.choices);
  return roadmap.choices.flatMap((choice): Move[] => {
    const open = choice.take - takenOptions(choice, enrolment.choices).length;
    const isSkipped = choice.options.every((id) => enrolment.topics[id]?.state === 'skipped');
    if (choice.optional || open <= 0 || isSkipped || choice.id === first) return [];
    if (order.indexOf(stageIdOf(roadmap, choice.id) ?? '') > reached) return [];
    const offer = offers.get(choice.id);
    const proposed = roadmap.topics.find((topic) => topic.id === offer?.topicId)?.title ?? null;
    return [{ kind: 'choice', choiceId: choice.id, title: choice.title, open, why: offer?.why ?? null, proposed }];
  });
}

/** Finished, and yet no topic counts as shown by it: it has no link, or covers nothing. */
function projectMoves({ projects }: Known): Move[] {
  return projects.flatMap((project): Move[] => {
    const { id: projectId, title, covers } = project;
    if (project.build !== 'finished') return [];
    if (!showsItsTopics(project))
      return [{ kind: 'project', projectId, title, missing: 'link', covers: covers.length }];
    return covers.length === 0 ? [{ kind: 'project', projectId, title, missing: 'topics', covers: 0 }] : [];
  });
}

/** The same that a mentor would be told, by the same rule; `since` is when the learning began. */
function stuckMoves({ roadmap, enrolment, today, startedOn }: Known): Move[] {
  const attention = attentionFor({
    roadmap,
    way: enrolment,
    plan: enrolment.plan,
    hoursLeft: enrolment.summary.hoursLeft,
    startedOn: startedOn ?? enrolment.startedAt.slice(0, 10),
    activeDays: [],
  });
  return attentionDue(attention, today, enrolment.plan.pauses).flatMap(({ reason, topicId }): Move[] => {
    const topic = roadmap.topics.find(({ id }) => id === topicId);
    const since = topic && enrolment.topics[topic.id]?.updatedAt;
    // The next step says so itself.
    if (reason !== 'stuck' || !topic || !since || topic.id === enrolment.next[0]) return [];
    return [{ kind: 'stuck', topicId: topic.id, title: topic.title, since }];
  });
}

/** A reviewer answered, or asked: somebody waits for me. */
function reviewMoves({ reviews }: Known): Move[] {
  return reviews.flatMap(({ project, state, ballWith, ballSince }): Move[] =>
    ballWith === 'learner'
      ? [{ kind: 'review', projectId: project.id, title: project.title, state, since: ballSince }]
      : [],
  );
}

export function movesOf(known: Known): Move[] {
  return [...reviewMoves(known), ...projectMoves(known), ...choiceMoves(known), ...stuckMoves(known)];
}
