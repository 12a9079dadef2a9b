import type { images } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { createLimiter } from '../../http/limits.js';
import { Problem } from '../../http/problem.js';
import { reply } from '../../http/reply.js';
import type { Handlers } from '../../http/route.js';
import { recordLooks } from '../looks/record-looks.js';
import { Project, type ProjectRecord } from '../projects/projects.model.js';
import { addImage } from './add-image.js';
import { anyone, imageAnswer, readPass } from './image-address.js';
import { deleteImages, Image, type ImageRecord } from './images.model.js';
import { listSeen } from './list-seen.js';
import { streamImage } from './read-bytes.js';
import { seenImages } from './seen-images.js';
import { createTurns } from './take-turns.js';

/** A picture and nothing else, whatever somebody makes of its address; asked about anew each time that it is shown. */
const shownOnly = {
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Content-Disposition': 'inline; filename="image.webp"',
  'Cache-Control': 'private, no-cache',
};

export function imagesHandlers(deps: Deps): Handlers<typeof images> {
  const turns = createTurns({ atWork: 2, held: 12, ofOne: 2 });
  const tries = createLimiter(deps, 'add-image', 120, 600);

  return {
    async listImages({ params, viewer, now }) {
      const project = await Project.findOne({ _id: params.id }).lean<ProjectRecord>();
      if (!project) throw new Problem('not-found');
      const items = await listSeen(deps, project, viewer.id, now);
      if (!items) throw new Problem('not-found');
      await recordLooks([{ learnerId: project.learnerId, mentorId: viewer.id, what: 'images' }], now);
      return { items };
    },

    async addImage({ params, viewer, readUpload, now }) {
      const readInTime = async () => {
        await tries.take(viewer.id);
        return readUpload();
      };
      const adding = { projectId: params.id, learnerId: viewer.id, readUpload: readInTime, now };
      const { image, isNew } = await addImage(deps, turns, adding);
      return reply(imageAnswer(deps.keys, image, viewer.id, now), { status: isNew ? 201 : 200 });
    },

    async deleteImage({ params, viewer }) {
      const which = { 'metadata.projectId': params.id, 'metadata.learnerId': viewer.id, filename: params.name };
      if ((await deleteImages(which)) === 0) throw new Problem('not-found');
      return undefined;
    },

    async readImage({ params, now }) {
      const pass = readPass(deps.keys, params.pass, now);
      const image = pass && (await Image.findOne({ _id: pass.imageId }).lean<ImageRecord>());
      const project = image && (await Project.findOne({ _id: image.metadata.projectId }).lean<ProjectRecord>());
      if (!pass || !image || !project) throw new Problem('not-found');
      const seen = await seenImages(project, pass.viewing);
      if (seen !== 'all' && !seen?.has(image.filename)) throw new Problem('not-found');
      const { viewing: mentorId } = pass;
      if (mentorId !== anyone) await recordLooks([{ learnerId: project.learnerId, mentorId, what: 'images' }], now);
      const headers = { ...shownOnly, ETag: `"${image._id}"`, 'Content-Length': String(image.length) };
      return reply(streamImage(deps.connection, image._id), { headers });
    },
  };
}
