import mongoose from 'mongoose';
import { refreshProof } from '../../progress/refresh-proof.js';
import { noRoomLeft, roomLeft } from '../../projects/change-projects.js';
import { projectAnswer } from '../../projects/project-answer.js';
import { Project, type ProjectRecord } from '../../projects/projects.model.js';
import { findTopic } from '../../roadmaps/find-topic.js';
import { inTheFuture, isAhead } from '../dates.js';
import { ownId } from '../own-id.js';
import { type Finding, type Importing, mapRows, type Part, type Planned, readItems, refusal, rowsOf } from '../part.js';
import { FileProject } from '../project-file.js';
import { settleProject } from '../settle-project.js';

/** The same project with the topics and the brief that there are here, and how many covers were left out. */
function fitted({ deps }: Importing, project: FileProject): { project: FileProject; leftOut: number } {
  const seen = new Set<string>();
  const covers = project.covers.flatMap((cover) => {
    const roadmap = deps.roadmaps.get(cover.roadmap);
    const topic = roadmap && findTopic(roadmap, cover.topicId);
    const key = `${cover.roadmap}/${topic?.id}`;
    if (!topic || seen.has(key)) return [];
    seen.add(key);
    return [{ ...cover, topicId: topic.id }];
  });
  const isBrief = [...deps.roadmaps.values()].some(({ briefs }) => briefs.some(({ id }) => id === project.briefId));
  const briefId = isBrief ? project.briefId : null;
  return { project: { ...project, covers, briefId }, leftOut: project.covers.length - covers.length };
}

/** Those of the member's projects that the file may mean: by id, by the id they got here, or begun in that moment. */
async function findMine(learnerId: string, projects: readonly FileProject[]): Promise<ProjectRecord[]> {
  if (projects.length === 0) return [];
  const ids = projects.flatMap(({ id }) => [
    new mongoose.Types.ObjectId(id),
    ownId(learnerId, id),
    ownId(learnerId, id, 'both'),
  ]);
  const begun = projects.map(({ createdAt }) => new Date(createdAt));
  return Project.find({
    learnerId,
    $or: [{ _id: mongoose.trusted({ $in: ids }) }, { createdAt: mongoose.trusted({ $in: begun }) }],
  }).lean<ProjectRecord[]>();
}

/** On every roadmap, since a project shows a topic wherever its skill is. */
async function refreshProofs({ deps, learnerId, now }: Importing, touched: ReadonlySet<string>): Promise<void> {
  if (touched.size === 0) return;
  for (const roadmap of deps.roadmaps.values())
    await refreshProof(deps, { learnerId, roadmap, now, activeDay: undefined });
}

async function plan(into: Importing, items: readonly unknown[]): Promise<Planned> {
  const { read, refused } = readItems(FileProject, items, ({ title }) => title);
  const findings: Finding[] = [...refused];
  const writes: (() => Promise<readonly string[]>)[] = [];
  const mine = await findMine(into.learnerId, read);
  const taken = new Set<string>();
  let left = read.length > 0 ? await roomLeft(into.learnerId) : 0;
  for (const item of read) {
    if (isAhead(into.now, item.createdAt, item.updatedAt)) {
      findings.push(refusal(item.title, inTheFuture));
      continue;
    }
    if (taken.has(item.id)) continue;
    taken.add(item.id);
    const { project, leftOut } = fitted(into, item);
    const { finding, write } = settleProject(into, project, mine);
    if (finding.change === 'added') left -= 1;
    if (finding.change === 'added' && left < 0) {
      findings.push(refusal(item.title, noRoomLeft));
      continue;
    }
    const note = leftOut > 0 ? `Without ${leftOut} of its topics, which are not here` : null;
    findings.push({ ...finding, why: [finding.why, note].filter(Boolean).join('. ') || null });
    if (write) writes.push(write);
  }
  return {
    findings,
    async apply() {
      const touched = new Set<string>();
      for (const write of writes) for (const slug of await write()) touched.add(slug);
      await refreshProofs(into, touched);
    },
  };
}

export const projectsPart: Part = {
  name: 'projects',
  rows: ({ learnerId }) => mapRows(rowsOf<ProjectRecord>(Project.find({ learnerId }).sort({ _id: 1 })), projectAnswer),
  plan,
};
