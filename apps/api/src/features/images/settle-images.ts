import { imageNamesIn } from '@waymark/contract';
import mongoose from 'mongoose';
import type { Background } from '../../background.js';
import { transact } from '../../database/transact.js';
import type { Deps } from '../../deps.js';
import type { ProjectRecord } from '../projects/projects.model.js';
import { Revision } from '../reviews/revisions.model.js';
import { deleteImages, Image, type ImageRecord } from './images.model.js';

const sweepMs = 3_600_000;
/** Long enough for an undo, a draft on another device, or a review that is being thought over. */
const keptMs = 7 * 86_400_000;
const unusedSince = 'metadata.unusedSince';

/** Marks which images of a project its write-up does not name (any more), inside the caller's transaction. */
export async function settleImages({ _id, writeUp }: Pick<ProjectRecord, '_id' | 'writeUp'>, now: Date): Promise<void> {
  const named = imageNamesIn(writeUp);
  const ofProject = { 'metadata.projectId': _id };
  await Image.updateMany(
    { ...ofProject, filename: mongoose.trusted({ $in: named }) },
    { $unset: { [unusedSince]: 1 } },
  );
  await Image.updateMany(
    { ...ofProject, filename: mongoose.trusted({ $nin: named }), [unusedSince]: null },
    { $set: { [unusedSince]: now } },
  );
}

/** A revision is as it was, so what it shows stays with it. */
async function isInRevision({ metadata: { projectId }, filename }: ImageRecord): Promise<boolean> {
  const shows = mongoose.trusted({ $regex: `image:${filename}` });
  return (await Revision.exists({ projectId, 'snapshot.writeUp': shows })) !== null;
}

/** Deletes what nothing has named for a week. Where it is named again at this moment, its mark is gone, and it stays. */
export async function sweepImages(now: Date): Promise<number> {
  const due = { [unusedSince]: mongoose.trusted({ $lte: new Date(now.getTime() - keptMs) }) };
  let swept = 0;
  for (const image of await Image.find(due).lean<ImageRecord[]>()) {
    const { _id } = image;
    if (await isInRevision(image)) await Image.updateOne({ _id }, { $unset: { [unusedSince]: 1 } });
    else swept += await transact(Image.db, () => deleteImages({ _id, ...due }));
  }
  return swept;
}

export function keepSweepingImages(deps: Pick<Deps, 'now'>, background: Background): void {
  background.keep('images swept that nothing names', sweepMs, () => sweepImages(deps.now()));
}
