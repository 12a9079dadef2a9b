import type { Request } from 'express';
import { Problem } from './problem.js';

/**
 * For endpoints that look at cookies or set them: only our own pages may call them. Browsers say where a
 * request comes from; what says nothing is no browser, and holds no cookie of somebody else's.
 */
export function checkOrigin(req: Request, allowed: readonly string[]): void {
  const site = req.get('sec-fetch-site');
  const origin = req.get('origin');
  if ((site !== undefined && site !== 'same-origin') || (origin !== undefined && !allowed.includes(origin))) {
    throw new Problem('wrong-origin', { detail: 'Open Waymark at its own address and try again there.' });
  }
  const type = req.get('content-type');
  if (type !== undefined && !/^application\/json\b/i.test(type)) {
    throw new Problem('not-json', { detail: 'Send the header “Content-Type: application/json”.' });
  }
}
