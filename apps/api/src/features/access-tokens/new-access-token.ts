import { accessTokenPrefix } from '../../http/viewer.js';
import { newToken } from '../credentials/links.js';

const shape = new RegExp(`^${accessTokenPrefix}[\\w-]{43}$`);

/** `waymark_` and 256 bits as base64url. */
export function newAccessToken(): string {
  return accessTokenPrefix + newToken();
}

/** It could be one of ours, and is worth a look-up. */
export function isAccessToken(text: string): boolean {
  return shape.test(text);
}
