import { coversTopic, type Roadmap, showsItsTopics, skillsOf } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { Project, type ProjectRecord } from '../projects/projects.model.js';
import { Enrolment, type EnrolmentRecord } from './progress.model.js';
import { saveEnrolment, touchEnrolment, withActiveDay } from './save-enrolment.js';

/** A topic as a project, or a verdict on it, names it. */
type Named = Readonly<{ roadmap: string; topicId: string }>;

/**
 * What this learner's projects say of each topic, by ordinal: 1 where a finished one covers it, 2 where the latest
 * verdict on it in such a project is `met`, else 0.
 */
export async function backingFor(
  { roadmaps }: Pick<Deps, 'roadmaps'>,
  learnerId: string,
  roadmap: Roadmap,
): Promise<number[]> {
  // All of them: one that names another roadmap may cover a topic of this by its skill.
  const found = await Project.find(
    { learnerId, build: 'finished' },
    { build: 1, repoUrl: 1, demoUrl: 1, covers: 1, verdicts: 1 },
  ).lean<ProjectRecord[]>();
  const named = (covers: readonly Named[]) => ({ covers, skills: skillsOf(roadmaps, covers) });
  const showing = found.filter(showsItsTopics).map(({ covers, verdicts = [] }) => ({
    shown: named(covers),
    confirmed: named(verdicts.filter(({ verdict }) => verdict === 'met')),
  }));
  const backing: number[] = [];
  for (const topic of roadmap.topics) {
    const shown = showing.filter((project) => coversTopic(project.shown, roadmap.slug, topic));
    const isConfirmed = shown.some((project) => coversTopic(project.confirmed, roadmap.slug, topic));
    backing[topic.ordinal] = isConfirmed ? 2 : Math.min(shown.length, 1);
  }
  return Array.from(backing, (value) => value ?? 0);
}

interface ProofChange {
  learnerId: string;
  roadmap: Roadmap;
  now: Date;
  /** The learner's day, where the change was an act of theirs that counts as being active on this roadmap. */
  activeDay: string | undefined;
}

/** Brings an enrolment's proof in step with the learner's projects, in the transaction that changed one of them. */
export async function refreshProof(
  deps: Pick<Deps, 'roadmaps'>,
  { learnerId, roadmap, now, activeDay }: ProofChange,
): Promise<void> {
  const record = await Enrolment.findOne({ learnerId, roadmap: roadmap.slug }).lean<EnrolmentRecord>();
  if (!record) return;
  const changes: Record<string, unknown> = {};
  const backing = await backingFor(deps, learnerId, roadmap);
  for (const [ordinal, value] of backing.entries()) {
    if ((record.backing[ordinal] ?? 0) === value) continue;
    changes[`backing.${ordinal}`] = value;
    record.backing[ordinal] = value;
  }
  if (activeDay) withActiveDay(record, activeDay);
  if (activeDay || Object.keys(changes).length > 0) await saveEnrolment(roadmap, record, changes, now);
  // Another project may be changing at this moment, and each sees the other as it was.
  else await touchEnrolment(record._id);
}
