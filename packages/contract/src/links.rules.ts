import type { LinkHealth, LinkState } from './links.js';

/** A dead link is its learner's alone for so long; giving another address ends it. */
export const linkGraceDays = 7;

const dayMs = 86_400_000;

/** How long its learner still has before others are told of a dead link; `null`: it is not dead. */
export function graceEndsAt({ deadSince }: Pick<LinkHealth, 'deadSince'>): string | null {
  return deadSince && new Date(Date.parse(deadSince) + linkGraceDays * dayMs).toISOString();
}

/** What a status says of an address. Whoever asks for a password, or for patience, is there. */
export function linkStateOf(status: number): LinkState {
  if (status === 404 || status === 410) return 'dead';
  return status >= 500 || status < 200 ? 'unclear' : 'alive';
}
