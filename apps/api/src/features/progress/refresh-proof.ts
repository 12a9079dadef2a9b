import type { Roadmap } from '@waymark/contract';
import { showsItsTopics } from '@waymark/contract';
import { Project, type ProjectRecord } from '../projects/projects.model.js';
import { Enrolment, type EnrolmentRecord } from './progress.model.js';
import { saveEnrolment, touchEnrolment, withActiveDay } from './save-enrolment.js';

/** What this learner's projects say of each topic, by ordinal: 1 where a finished one covers it, else 0. */
export async function backingFor(learnerId: string, roadmap: Roadmap): Promise<number[]> {
  const projects = await Project.find(
    { learnerId, build: 'finished', 'covers.roadmap': roadmap.slug },
    { build: 1, repoUrl: 1, demoUrl: 1, covers: 1 },
  ).lean<ProjectRecord[]>();
  const covered = new Set(
    projects
      .filter(showsItsTopics)
      .flatMap((project) =>
        project.covers.filter((cover) => cover.roadmap === roadmap.slug).map((cover) => cover.topicId),
      ),
  );
  const backing: number[] = [];
  for (const topic of roadmap.topics) backing[topic.ordinal] = covered.has(topic.id) ? 1 : 0;
  return Array.from(backing, (value) => value ?? 0);
}

/**
 * Brings an enrolment's proof in step with the learner's projects, in the transaction that changed one of them.
 * `activeDay`: the learner's day, where that change was an act of theirs that counts as being active.
 */
export async function refreshProof(
  learnerId: string,
  roadmap: Roadmap,
  now: Date,
  activeDay: string | undefined,
): Promise<void> {
  const record = await Enrolment.findOne({ learnerId, roadmap: roadmap.slug }).lean<EnrolmentRecord>();
  if (!record) return;
  const changes: Record<string, unknown> = {};
  const backing = await backingFor(learnerId, roadmap);
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
