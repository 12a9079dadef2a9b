import { Problem } from './problem.js';

/** Throws 428 where no `If-Match` came and 412 where it is stale. Call it once the document was found: 404 goes first. */
export function checkVersion(ifMatch: number, version: number, current: () => unknown): void {
  if (Number.isNaN(ifMatch)) {
    throw new Problem('if-match-required', { detail: 'Send the ETag that you read as the header “If-Match”.' });
  }
  if (ifMatch !== version) {
    throw new Problem('stale', { current: current(), headers: { ETag: `"${version}"` } });
  }
}
