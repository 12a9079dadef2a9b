import { createHash } from 'node:crypto';
import { imageNamesIn, whyNoRoom } from '@waymark/contract';
import mongoose from 'mongoose';
import { transact } from '../../database/transact.js';
import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import { getProject } from '../projects/change-projects.js';
import { Project, type ProjectRecord } from '../projects/projects.model.js';
import { encodeImage } from './encode-image.js';
import { Image, type ImageRecord, keepImage, type NewImage } from './images.model.js';
import type { Turns } from './take-turns.js';

interface Adding {
  projectId: string;
  learnerId: string;
  readUpload: () => Promise<Buffer>;
  now: Date;
}

/** Throws `conflict` where a project or its learner has too much already. */
async function checkRoom({ _id, learnerId }: ProjectRecord, comingBytes: number): Promise<void> {
  const theirs = await Image.find({ 'metadata.learnerId': learnerId }, { length: 1, 'metadata.projectId': 1 }).lean<
    Pick<ImageRecord, 'length' | 'metadata'>[]
  >();
  const here = theirs.filter(({ metadata }) => metadata.projectId.equals(_id));
  const sum = (images: readonly { length: number }[]) => images.reduce((bytes, { length }) => bytes + length, 0);
  const detail = whyNoRoom({ images: here.length, projectBytes: sum(here), memberBytes: sum(theirs) }, comingBytes);
  if (detail) throw new Problem('conflict', { detail });
}

const findSame = (projectId: ProjectRecord['_id'], name: string) =>
  Image.findOne({ 'metadata.projectId': projectId, filename: name }).lean<ImageRecord>();

/** Whoever adds or deletes at this moment meets here: one of them runs again, and finds what the other left. */
async function keep(deps: Deps, image: NewImage, now: Date): Promise<ImageRecord> {
  return transact(deps.connection, async () => {
    const { projectId: _id, learnerId, name } = image;
    const change = { $inc: { imageChanges: 1 } };
    const project = await Project.findOneAndUpdate({ _id, learnerId }, change).lean<ProjectRecord>();
    if (!project) throw new Problem('not-found');
    await checkRoom(project, image.data.length);
    return keepImage(image, now, imageNamesIn(project.writeUp).includes(name));
  });
}

function isThereAlready(error: unknown): boolean {
  return error instanceof mongoose.mongo.MongoServerError && error.code === 11_000;
}

/** Reads, decodes and keeps an image; the same one again is the one that is there. */
export async function addImage(
  deps: Deps,
  turns: Turns,
  { projectId, learnerId, readUpload, now }: Adding,
): Promise<{ image: ImageRecord; isNew: boolean }> {
  const project = await getProject(projectId, learnerId);
  return turns.hold(learnerId, async () => {
    const bytes = await readUpload();
    const name = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
    const same = await findSame(project._id, name);
    if (same) return { image: same, isNew: false };
    await checkRoom(project, 0);
    const encoded = await turns.work(() => encodeImage(bytes));
    try {
      const found = { projectId: project._id, learnerId: project.learnerId, name, ...encoded };
      return { image: await keep(deps, found, now), isNew: true };
    } catch (error) {
      const other = isThereAlready(error) ? await findSame(project._id, name) : null;
      if (other) return { image: other, isNew: false };
      throw error;
    }
  });
}
