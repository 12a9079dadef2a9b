import type { Image as ImageAnswer } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import type { ProjectRecord } from '../projects/projects.model.js';
import { imageAnswer, type Viewing } from './image-address.js';
import { Image, type ImageRecord } from './images.model.js';
import { seenImages } from './seen-images.js';

/** The images of a project that somebody sees, at addresses made for them; `null`: to them there is no such project. */
export async function listSeen(
  { keys }: Pick<Deps, 'keys'>,
  project: ProjectRecord,
  viewing: Viewing,
  now: Date,
): Promise<ImageAnswer[] | null> {
  const seen = await seenImages(project, viewing);
  if (!seen) return null;
  const found = await Image.find({ 'metadata.projectId': project._id }).sort({ _id: 1 }).lean<ImageRecord[]>();
  return found
    .filter(({ filename }) => seen === 'all' || seen.has(filename))
    .map((image) => imageAnswer(keys, image, viewing, now));
}
