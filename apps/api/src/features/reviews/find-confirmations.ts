import mongoose from 'mongoose';
import { findPeople } from '../accounts/find-people.js';
import type { ProjectRecord } from '../projects/projects.model.js';
import { Reviewer, type ReviewerRecord } from './reviewers.model.js';
import { Revision, type RevisionRecord } from './revisions.model.js';
import { Verdict, type VerdictRecord } from './verdicts.model.js';

/** A topic that the latest verdict on it, in one project, calls met. */
export interface Confirmation {
  project: ProjectRecord;
  /** As the project names it. */
  roadmap: string;
  topicId: string;
  at: Date;
  revision: number;
  commit: string | null;
  /** `null`: who did not agree to be named, or is no member any more. */
  reviewer: string | null;
}

/** Names of those of these members who agreed that strangers read them. */
async function findNamed(ids: readonly mongoose.Types.ObjectId[]): Promise<ReadonlyMap<string, string>> {
  const agreed = await Reviewer.find({ _id: mongoose.trusted({ $in: ids }), isNamed: true }).lean<ReviewerRecord[]>();
  const people = await findPeople(agreed.map(({ _id }) => _id));
  return new Map([...people].map(([id, { name }]) => [id, name]));
}

/** What was confirmed in these projects, the last confirmed first. */
export async function findConfirmations(projects: readonly ProjectRecord[]): Promise<Confirmation[]> {
  const byId = new Map(projects.map((project) => [String(project._id), project]));
  const ofThem = { projectId: mongoose.trusted({ $in: projects.map(({ _id }) => _id) }) };
  const verdicts = await Verdict.find(ofThem).sort({ at: -1, _id: -1 }).lean<VerdictRecord[]>();
  const revisions = await Revision.find(ofThem, { projectId: 1, number: 1, commit: 1 }).lean<RevisionRecord[]>();
  const commits = new Map(revisions.map(({ projectId, number, commit }) => [`${projectId}/${number}`, commit]));
  const named = await findNamed(verdicts.map(({ reviewerId }) => reviewerId));
  const decided = new Set<string>();
  return verdicts.flatMap(({ projectId, topics, at, revision, reviewerId }) =>
    topics.flatMap(({ roadmap, topicId, verdict }) => {
      const key = `${projectId}/${roadmap}/${topicId}`;
      const project = byId.get(String(projectId));
      // Older ones say nothing any more, whatever they said.
      if (!project || decided.has(key)) return [];
      decided.add(key);
      if (verdict !== 'met') return [];
      const commit = commits.get(`${projectId}/${revision}`) ?? null;
      return [{ project, roadmap, topicId, at, revision, commit, reviewer: named.get(String(reviewerId)) ?? null }];
    }),
  );
}
