import { createHash } from 'node:crypto';

/** The same operation always hashes to the same text, so that replaying it decides as it did before. */
export function shortHash(operationId: string): string {
  return createHash('sha256').update(operationId).digest('base64url').slice(0, 8);
}
