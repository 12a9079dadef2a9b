import type { ImportKeep } from '@waymark/contract';
import { settleImages } from '../images/settle-images.js';
import { askForLinks, askForNewLinks } from '../links/ask-for-links.js';
import { Project, type ProjectRecord } from '../projects/projects.model.js';
import { ownId } from './own-id.js';
import type { Finding, Importing } from './part.js';
import type { FileProject } from './project-file.js';

interface Settled {
  finding: Finding;
  /** Gives the roadmaps whose topics it covered or covers. */
  write?: () => Promise<readonly string[]>;
}

type Content = Omit<FileProject, 'id' | 'createdAt' | 'updatedAt'>;

function contentOf(project: FileProject | ProjectRecord): Content {
  const { title, summary, writeUp, build, repoUrl, repoPath, demoUrl, stack, hours } = project;
  const { startedOn, finishedOn, briefId, visibility, isArchived = false } = project;
  const covers = project.covers.map(({ roadmap, topicId, where }) => ({ roadmap, topicId, where }));
  return {
    ...{ title, summary, writeUp, build, repoUrl, repoPath, demoUrl, stack, hours },
    ...{ startedOn, finishedOn, briefId, visibility, isArchived, covers },
  };
}

const isAlike = (a: FileProject, b: ProjectRecord) => JSON.stringify(contentOf(a)) === JSON.stringify(contentOf(b));
const roadmapsOf = (...projects: readonly Pick<Content, 'covers'>[]) =>
  projects.flatMap(({ covers }) => covers.map(({ roadmap }) => roadmap));

function findSame(learnerId: string, project: FileProject, mine: readonly ProjectRecord[]): ProjectRecord | undefined {
  const ids = [project.id, String(ownId(learnerId, project.id))];
  return (
    mine.find(({ _id }) => ids.includes(String(_id))) ??
    mine.find(({ title, createdAt }) => title === project.title && createdAt.toISOString() === isoOf(project.createdAt))
  );
}

const isoOf = (instant: string) => new Date(instant).toISOString();

/** What becomes of a project of a file: it is new, it is the same, or both are not alike and one of them, or both, stay. */
export function settleProject(into: Importing, project: FileProject, mine: readonly ProjectRecord[]): Settled {
  const { title } = project;
  const same = findSame(into.learnerId, project, mine);
  if (!same) return { finding: { title, change: 'added' }, write: () => create(into, project, '') };
  if (isAlike(project, same)) return { finding: { title, change: 'same' } };
  const isNewer = Date.parse(project.updatedAt) > same.updatedAt.getTime();
  const keep: ImportKeep = into.keep[project.id] ?? (isNewer ? 'theirs' : 'mine');
  const differs = project.id;
  if (keep === 'mine') {
    return { finding: { title, change: 'same', differs, why: isNewer ? 'Yours stays' : 'Yours is newer, and stays' } };
  }
  if (keep === 'theirs') {
    const why = isNewer ? 'The file’s is newer' : 'The file’s takes the place of yours';
    return { finding: { title, change: 'changed', differs, why }, write: () => replace(into, project, same) };
  }
  const copy = String(ownId(into.learnerId, project.id, 'both'));
  if (mine.some(({ _id }) => String(_id) === copy)) {
    return { finding: { title, change: 'same', differs, why: 'Both are here already' } };
  }
  const why = 'Yours stays, and the file’s is put beside it';
  return { finding: { title, change: 'added', differs, why }, write: () => create(into, project, 'both') };
}

async function create({ learnerId, now }: Importing, project: FileProject, salt: string): Promise<readonly string[]> {
  const createdAt = new Date(project.createdAt);
  const updatedAt = new Date(Math.min(Date.parse(project.updatedAt), now.getTime()));
  const _id = ownId(learnerId, project.id, salt);
  const content = contentOf(project);
  const made = new Project({ ...content, _id, learnerId, version: 1, createdAt, updatedAt });
  await made.save();
  await askForLinks(made, now);
  return roadmapsOf(project);
}

/** An older one that was chosen is a change of this moment, or the next import would take it back. */
async function replace({ learnerId, now }: Importing, project: FileProject, before: ProjectRecord) {
  const theirs = new Date(project.updatedAt);
  const updatedAt = theirs > before.updatedAt && theirs < now ? theirs : now;
  await Project.updateOne(
    { _id: before._id, learnerId },
    { $set: { ...contentOf(project), updatedAt }, $inc: { version: 1 } },
  );
  if (project.writeUp !== before.writeUp) await settleImages({ ...before, writeUp: project.writeUp }, now);
  await askForNewLinks(before, { ...before, ...contentOf(project) }, now);
  return roadmapsOf(before, project);
}
