import type { Cover, Enrolment, ProjectCard } from '@waymark/contract';
import { showsItsTopics } from '@waymark/contract/rules';

type Topics = Enrolment['topics'];
/** The learner's own topics, by roadmap; a roadmap that they do not follow is left out. */
export type TopicsByRoadmap = Readonly<Record<string, Topics>>;

type Showing = Pick<ProjectCard, 'build' | 'repoUrl' | 'demoUrl'> & { covers: readonly Cover[] };

export interface ProofOutlook {
  /** Done, so far only learned: this project would show them. */
  turning: Cover[];
  /** Not done yet: they turn shown on being marked done. */
  notDone: Cover[];
  /** Shown by this project as it is saved, and by nothing any more with this change. */
  falling: Cover[];
  /** What is still missing before the project shows anything. */
  missing: ('finished' | 'link')[];
}

export function keyOf(cover: Pick<Cover, 'roadmap' | 'topicId'>): string {
  return `${cover.roadmap}/${cover.topicId}`;
}

function topicOf(topics: TopicsByRoadmap, cover: Cover) {
  return topics[cover.roadmap]?.[cover.topicId];
}

/** What saving `next` would do to the proof of the topics that it covers. `others`: the learner's other projects. */
export function proofOutlook(
  next: Showing,
  saved: Showing | null,
  others: readonly Showing[],
  topics: TopicsByRoadmap,
): ProofOutlook {
  const shownElsewhere = new Set(others.filter(showsItsTopics).flatMap((other) => other.covers.map(keyOf)));
  const kept = new Set(showsItsTopics(next) ? next.covers.map(keyOf) : []);
  const isDone = (cover: Cover) => topicOf(topics, cover)?.state === 'done';
  const before = saved && showsItsTopics(saved) ? saved.covers : [];
  return {
    turning: next.covers.filter((cover) => isDone(cover) && topicOf(topics, cover)?.proof === 'learned'),
    notDone: next.covers.filter((cover) => !isDone(cover)),
    falling: before.filter((cover) => isDone(cover) && !kept.has(keyOf(cover)) && !shownElsewhere.has(keyOf(cover))),
    missing: [
      ...(next.build === 'finished' ? [] : ['finished' as const]),
      ...(next.repoUrl === null && next.demoUrl === null ? ['link' as const] : []),
    ],
  };
}

/** The covered topics whose proof grew from `learned` between two readings of the enrolments. */
export function turnedShown(covers: readonly Cover[], before: TopicsByRoadmap, after: TopicsByRoadmap): Cover[] {
  return covers.filter((cover) => {
    const now = topicOf(after, cover)?.proof;
    return topicOf(before, cover)?.proof === 'learned' && (now === 'shown' || now === 'confirmed');
  });
}
