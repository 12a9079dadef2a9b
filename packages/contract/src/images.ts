import { z } from 'zod';
import { endpoint, Id, IdPath, Instant } from './endpoint.js';
import { imageLimits, imageTypes } from './images.rules.js';

/** By what was sent, so that the same picture twice is one; within its project. */
export const ImageName = z.string().regex(/^[0-9a-f]{32}$/, 'Not an image of ours');

export const Image = z.strictObject({
  name: ImageName,
  /** Where it is read, without a token: made for who asked, and good for a day or two. */
  address: z.string(),
  width: z.int(),
  height: z.int(),
  bytes: z.int(),
  addedAt: Instant,
});
export type Image = z.infer<typeof Image>;

/** `<image>.<for whom>.<until>.<proof>` */
const Pass = z.string().regex(/^[0-9a-f]{24}\.(anyone|[0-9a-f]{24})\.\d{1,6}\.[\w-]{43}$/, 'Not an address of ours');

export const images = {
  listImages: endpoint('listImages', {
    summary: 'The images of a project, for its learner and for who may see it',
    access: 'member',
    scope: 'projects:read',
    params: IdPath,
    answer: z.strictObject({ items: z.array(Image).max(imageLimits.perProject) }),
    problems: ['not-found'],
  }),
  addImage: endpoint('addImage', {
    summary: 'Add an image to a project: a PNG, JPEG or WebP, as it is; the same one again is the one that is there',
    access: 'member',
    scope: 'projects:write',
    // What it is named by makes it happen once.
    idempotent: false,
    params: IdPath,
    upload: imageTypes,
    bodyLimit: imageLimits.bytes,
    answer: Image,
    statuses: [201, 200],
    problems: ['not-found', 'conflict', 'not-an-image'],
  }),
  deleteImage: endpoint('deleteImage', {
    summary: 'Delete an image of a project, from older revisions too',
    access: 'member',
    scope: 'projects:write',
    params: z.strictObject({ id: Id, name: ImageName }),
    answer: null,
    problems: ['not-found'],
  }),
  readImage: endpoint('readImage', {
    summary: 'An image, for whom its address was made, as long as they may see its project',
    access: 'anyone',
    params: z.strictObject({ pass: Pass }),
    streamed: 'webp',
    answer: z.string(),
    problems: ['not-found'],
  }),
};
