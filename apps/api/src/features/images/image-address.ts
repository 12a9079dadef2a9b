import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Image as ImageAnswer } from '@waymark/contract';
import type { Keys } from '../../keys.js';
import type { ImageRecord } from './images.model.js';

/** Whom an address was made for: a member by id, or anyone at all. */
export type Viewing = string;
export const anyone: Viewing = 'anyone';

const dayMs = 86_400_000;

function proofOf({ seal }: Pick<Keys, 'seal'>, claim: string): Buffer {
  return createHmac('sha256', seal).update(`waymark image ${claim}`).digest();
}

/**
 * A browser sends no token with an `<img>`, so the address itself says who looks, signed. It lasts to the end of the
 * next day, and is the same for a whole day, so that a picture is fetched once; who may see it is asked each time.
 */
function addressOf(keys: Pick<Keys, 'seal'>, imageId: string, viewing: Viewing, now: Date): string {
  const claim = `${imageId}.${viewing}.${Math.floor(now.getTime() / dayMs) + 2}`;
  return `/api/images/${claim}.${proofOf(keys, claim).toString('base64url')}`;
}

/** What an address says, if it is ours and not over. */
export function readPass(
  keys: Pick<Keys, 'seal'>,
  pass: string,
  now: Date,
): { imageId: string; viewing: Viewing } | undefined {
  const [imageId = '', viewing = '', until = '', proof = ''] = pass.split('.');
  const given = Buffer.from(proof, 'base64url');
  const right = proofOf(keys, `${imageId}.${viewing}.${until}`);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  return Number(until) * dayMs > now.getTime() ? { imageId, viewing } : undefined;
}

export function imageAnswer(
  keys: Pick<Keys, 'seal'>,
  { _id, filename, length, uploadDate, metadata }: ImageRecord,
  viewing: Viewing,
  now: Date,
): ImageAnswer {
  return {
    name: filename,
    address: addressOf(keys, String(_id), viewing, now),
    width: metadata.width,
    height: metadata.height,
    bytes: length,
    addedAt: uploadDate.toISOString(),
  };
}
