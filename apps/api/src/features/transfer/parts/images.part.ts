import { Id, ImageName, imageLimits, imageNamesIn, whyNoRoom } from '@waymark/contract';
import { z } from 'zod';
import { encodeImage } from '../../images/encode-image.js';
import { Image, type ImageRecord, keepImage } from '../../images/images.model.js';
import { readImageBytes } from '../../images/read-bytes.js';
import { Project, type ProjectRecord } from '../../projects/projects.model.js';
import { PastInstant } from '../dates.js';
import { ownId } from '../own-id.js';
import {
  type Exporting,
  type Finding,
  type Importing,
  type Part,
  type Planned,
  readItems,
  refusal,
  rowsOf,
} from '../part.js';

/** An image of a file, with what its project is known by. What it holds is drawn anew, as what is uploaded is. */
const FileImage = z.object({
  name: ImageName,
  project: z.object({ id: Id, title: z.string(), createdAt: PastInstant }),
  addedAt: PastInstant,
  webp: z.base64().max(Math.ceil(imageLimits.keptBytes / 3) * 4, 'At most 1 MB'),
});
type FileImage = z.output<typeof FileImage>;
type Mine = Pick<ProjectRecord, '_id' | 'learnerId' | 'title' | 'writeUp' | 'createdAt'>;

async function* rows({ deps, learnerId }: Exporting): AsyncGenerator<unknown> {
  const projects = await Project.find({ learnerId }, { title: 1, createdAt: 1 }).lean<Mine[]>();
  const found = rowsOf<ImageRecord>(Image.find({ 'metadata.learnerId': learnerId }).sort({ _id: 1 }));
  for await (const { _id, filename, uploadDate, metadata } of found) {
    const project = projects.find((each) => each._id.equals(metadata.projectId));
    if (!project) continue;
    const { title, createdAt } = project;
    yield {
      name: filename,
      project: { id: String(project._id), title, createdAt: createdAt.toISOString() },
      addedAt: uploadDate.toISOString(),
      webp: (await readImageBytes(deps.connection, _id)).toString('base64'),
    };
  }
}

/** What the projects of the file have become here: the same, those that it made, or those that began in that moment. */
function targetsOf(learnerId: string, { project }: FileImage, mine: readonly Mine[]): Mine[] {
  const ids = [project.id, ...['', 'both'].map((salt) => String(ownId(learnerId, project.id, salt)))];
  const byId = mine.filter(({ _id }) => ids.includes(String(_id)));
  const begun = new Date(project.createdAt).getTime();
  if (byId.length > 0) return byId;
  return mine.filter(({ title, createdAt }) => title === project.title && createdAt.getTime() === begun);
}

async function plan({ learnerId, now, isPreview }: Importing, items: readonly unknown[]): Promise<Planned> {
  const { read, refused } = readItems(FileImage, items, () => undefined);
  const findings: Finding[] = [...refused];
  const writes: (() => Promise<unknown>)[] = [];
  const mine = read.length > 0 ? await Project.find({ learnerId }).lean<Mine[]>() : [];
  const here = await Image.find({ 'metadata.learnerId': learnerId }).lean<ImageRecord[]>();
  const has = here.map(({ filename, length, metadata }) => ({
    name: filename,
    length,
    in: String(metadata.projectId),
  }));
  const sum = (images: readonly { length: number }[]) => images.reduce((bytes, { length }) => bytes + length, 0);

  for (const item of read) {
    const { title } = item.project;
    const targets = targetsOf(learnerId, item, mine);
    if (targets.length === 0) {
      const comes: Finding = { title, change: 'added', why: 'With its project' };
      findings.push(isPreview ? comes : refusal(title, 'An image whose project is not here'));
      continue;
    }
    const lacking = targets.filter(
      ({ _id }) => !has.some((each) => each.in === String(_id) && each.name === item.name),
    );
    if (lacking.length === 0) {
      findings.push({ title, change: 'same' });
      continue;
    }
    const encoded = await encodeImage(Buffer.from(item.webp, 'base64')).catch(() => null);
    if (!encoded) {
      findings.push(refusal(title, 'An image that cannot be read'));
      continue;
    }
    for (const { _id: projectId, learnerId: owner, writeUp } of lacking) {
      const inProject = has.filter((each) => each.in === String(projectId));
      const room = { images: inProject.length, projectBytes: sum(inProject), memberBytes: sum(has) };
      const why = whyNoRoom(room, encoded.data.length);
      if (why) {
        findings.push(refusal(title, why));
        continue;
      }
      has.push({ name: item.name, length: encoded.data.length, in: String(projectId) });
      findings.push({ title, change: 'added' });
      const image = { projectId, learnerId: owner, name: item.name, ...encoded };
      writes.push(() => keepImage(image, now, imageNamesIn(writeUp).includes(item.name)));
    }
  }
  return {
    findings,
    async apply() {
      for (const { _id } of mine)
        await Project.updateOne({ _id }, { $inc: { imageChanges: writes.length > 0 ? 1 : 0 } });
      for (const write of writes) await write();
    },
  };
}

export const imagesPart: Part = { name: 'images', rows, plan };
