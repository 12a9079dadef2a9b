import { isOnTheWay } from './choices.rules.js';
import type { Offer, Proof } from './progress.js';
import type { Roadmap, Topic } from './roadmaps.js';
import type { Way } from './way.rules.js';

type Roadmaps = ReadonlyMap<string, Roadmap>;
/** A topic as a project names it. */
type Named = Readonly<{ roadmap: string; topicId: string }>;

function topicNamed(roadmaps: Roadmaps, { roadmap, topicId }: Named): Topic | undefined {
  const found = roadmaps.get(roadmap);
  const id = found?.aliases[topicId] ?? topicId;
  return found?.topics.find((topic) => topic.id === id);
}

/** The skills of the topics that a project names, each once: what it says beyond the roadmap in which it says it. */
export function skillsOf(roadmaps: Roadmaps, covers: readonly Named[]): string[] {
  return [...new Set(covers.flatMap((cover) => topicNamed(roadmaps, cover)?.skill ?? []))];
}

/** Whether a project covers a topic of `roadmap`: by its name, or by a skill that it shares with one that is named. */
export function coversTopic(
  project: { covers: readonly Named[]; skills: readonly string[] },
  roadmap: string,
  topic: Pick<Topic, 'id' | 'skill'>,
): boolean {
  return (
    project.skills.includes(topic.skill) ||
    project.covers.some((cover) => cover.roadmap === roadmap && cover.topicId === topic.id)
  );
}

/** The roadmaps with a topic that is covered, by name or by skill: where proof can change with the project. */
export function roadmapsReached(roadmaps: Roadmaps, covers: readonly Named[]): Roadmap[] {
  const project = { covers, skills: skillsOf(roadmaps, covers) };
  return [...roadmaps.values()].filter(({ slug, topics }) => topics.some((topic) => coversTopic(project, slug, topic)));
}

/** One of the learner's roadmaps, and how far they are on it. */
export interface Walked {
  roadmap: Roadmap;
  way: Way;
}

const strength: Record<Proof, number> = { learned: 0, shown: 1, confirmed: 2 };

/** Everything that is done on `walked`, by skill. */
function doneOn({ roadmap, way }: Walked): [skill: string, from: Offer['from']][] {
  return roadmap.topics.flatMap(({ id, skill, title }): [string, Offer['from']][] => {
    const mark = way.topics[id];
    if (mark?.state !== 'done') return [];
    const { proof, updatedAt } = mark;
    const from = { roadmap: roadmap.slug, roadmapTitle: roadmap.title, topicId: id, title };
    return [[skill, { ...from, proof: proof ?? 'learned', doneAt: updatedAt }]];
  });
}

/**
 * What is open in `here` and done in another of the learner's roadmaps, in walking order of `here`'s topics; the
 * strongest proof speaks for it. It is an offer: nothing is done by it.
 */
export function offersFor(here: Walked, elsewhere: readonly Walked[]): Offer[] {
  const known = new Map<string, Offer['from']>();
  for (const [skill, from] of elsewhere.filter(({ roadmap }) => roadmap.slug !== here.roadmap.slug).flatMap(doneOn)) {
    const before = known.get(skill);
    if (!before || strength[from.proof] > strength[before.proof]) known.set(skill, from);
  }
  return here.roadmap.topics.flatMap(({ id, skill }) => {
    const state = here.way.topics[id]?.state ?? 'not_started';
    const from = known.get(skill);
    if (!from || state === 'done' || state === 'skipped') return [];
    const isOn = isOnTheWay(here.roadmap, here.way.choices, id);
    const choice = isOn ? undefined : here.roadmap.choices.find(({ options }) => options.includes(id));
    return [{ topicId: id, choiceId: choice?.id ?? null, from }];
  });
}
