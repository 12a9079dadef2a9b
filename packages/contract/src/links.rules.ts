import type { LinkState } from './links.js';

/** What a status says of an address. Whoever asks for a password, or for patience, is there. */
export function linkStateOf(status: number): LinkState {
  if (status === 404 || status === 410) return 'dead';
  return status >= 500 || status < 200 ? 'unclear' : 'alive';
}
