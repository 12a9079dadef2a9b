import type { images } from '@waymark/contract';
import { only, open, type Row } from './access-rows.js';
import { sending, tinyPng } from './pictures.js';

/** What each viewer may do with the images of a project. */
export const imageRows: Record<keyof typeof images, Row> = {
  listImages: only(['learner', 'mentor'], 200, { theirs: { param: 'id', of: (world) => world.reviewedId } }),
  addImage: only(['learner'], 201, {
    asking: () => sending(tinyPng),
    theirs: { param: 'id', of: (world) => world.projectId },
    alone: true,
  }),
  deleteImage: only(['learner'], 204, {
    asking: ({ imageName }) => ({ params: { name: imageName } }),
    theirs: { param: 'id', of: (world) => world.reviewedId },
    alone: true,
  }),
  // Its address was made for the learner: whoever holds it is taken for them, as with any secret link.
  readImage: open(200, { asking: ({ imagePass }) => ({ params: { pass: imagePass } }) }),
};
