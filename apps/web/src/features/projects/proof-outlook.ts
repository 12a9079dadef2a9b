import type { Cover, Enrolment, ProjectCard, Roadmap } from '@waymark/contract';
import { coversTopic, showsItsTopics, skillsOf } from '@waymark/contract/rules';

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

/** What is covered: the topics that are named, and after them those of `roadmaps` that share a skill with one. */
export function allCovered(covers: readonly Cover[], roadmaps: readonly Roadmap[]): Cover[] {
  const named = new Set(covers.map(keyOf));
  const skills = skillsOf(new Map(roadmaps.map((roadmap) => [roadmap.slug, roadmap])), covers);
  const bySkill = roadmaps.flatMap(({ slug, topics }) =>
    topics
      .filter((topic) => coversTopic({ covers, skills }, slug, topic))
      .map(({ id }) => ({
        roadmap: slug,
        topicId: id,
        where: '',
      })),
  );
  return [...covers, ...bySkill.filter((cover) => !named.has(keyOf(cover)))];
}

/** What saving `next` would do to the proof of the topics that it covers, in each of `roadmaps`. `others`: the learner's other projects. */
export function proofOutlook(
  next: Showing,
  saved: Showing | null,
  others: readonly Showing[],
  topics: TopicsByRoadmap,
  roadmaps: readonly Roadmap[],
): ProofOutlook {
  const covered = ({ covers }: Showing) => allCovered(covers, roadmaps);
  const shownElsewhere = new Set(others.filter(showsItsTopics).flatMap((other) => covered(other).map(keyOf)));
  const kept = new Set(showsItsTopics(next) ? covered(next).map(keyOf) : []);
  const isDone = (cover: Cover) => topicOf(topics, cover)?.state === 'done';
  const before = saved && showsItsTopics(saved) ? covered(saved) : [];
  return {
    turning: covered(next).filter((cover) => isDone(cover) && topicOf(topics, cover)?.proof === 'learned'),
    // Only what is named: that it would also show something on another roadmap can be told when it is done there.
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
