import type { LinkState } from './links.js';

/** What a status says of an address. Whoever asks for a password, or for patience, is there. */
export function linkStateOf(status: number): LinkState {
  if (status === 404 || status === 410) return 'dead';
  return status >= 500 || status < 200 ? 'unclear' : 'alive';
}

/** For so long a dead link is its learner's matter alone: pages move, and come back. */
const graceMs = 7 * 86_400_000;

/**
 * Until when a link has its grace; `null` where it needs none. Only what was found dead at the last look has any: that it
 * answers, that it could not be looked at, or another address ends it.
 */
export function graceUntil(link: { state: LinkState | null; deadSince: Date | null } | null): Date | null {
  if (link?.state !== 'dead' || link.deadSince === null) return null;
  return new Date(link.deadSince.getTime() + graceMs);
}

/** What died then or before has no grace left: what lists of dead links are asked for by. */
export function graceOverSince(now: Date): Date {
  return new Date(now.getTime() - graceMs);
}

/** Whether it has been dead for all of its grace. */
export function isGraceOver(link: Parameters<typeof graceUntil>[0], now: Date): boolean {
  const until = graceUntil(link);
  return until !== null && until <= now;
}
