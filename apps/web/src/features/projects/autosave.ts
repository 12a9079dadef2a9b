import type { Draft } from './draft';

/** What is decided rather than written: others see it, and topics turn by it. It waits for Save. */
const decided = ['build', 'visibility'] as const;

/** The draft as it may be saved by itself: with what was decided before. */
export function undecided(draft: Draft, saved: Draft): Draft {
  return { ...draft, ...Object.fromEntries(decided.map((name) => [name, saved[name]])) };
}

/** Half an address is one too, so a field of one line is done when it is left. */
export function isInOneLine(form: HTMLElement | null): boolean {
  const active = document.activeElement;
  if (!(active instanceof HTMLInputElement) || !form?.contains(active)) return false;
  return !['radio', 'checkbox', 'file'].includes(active.type);
}
