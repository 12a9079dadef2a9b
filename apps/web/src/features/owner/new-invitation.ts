import type { NewInvitation } from './owner.queries';

/** As it is typed. */
export interface InvitationDraft {
  way: 'link' | 'mail';
  email: string;
  uses: string;
  days: string;
  note: string;
}

export const emptyInvitation: InvitationDraft = { way: 'link', email: '', uses: '1', days: '7', note: '' };
/** As the contract has them. */
export const limits = { uses: 1000, days: 90, note: 200 } as const;

/** `null`: not a whole number within 1 and `most`. */
export function wholeNumber(text: string, most: number): number | null {
  const number = /^\d{1,6}$/.test(text.trim()) ? Number(text) : 0;
  return number >= 1 && number <= most ? number : null;
}

/** What to send, or `null` where a field cannot be taken. A letter is for one person. */
export function invitationOf(draft: InvitationDraft): NewInvitation | null {
  const expiresInDays = wholeNumber(draft.days, limits.days);
  const uses = draft.way === 'mail' ? 1 : wholeNumber(draft.uses, limits.uses);
  const email = draft.email.trim();
  if (expiresInDays === null || uses === null || (draft.way === 'mail' && !email)) return null;
  return { uses, expiresInDays, note: draft.note.trim(), ...(draft.way === 'mail' && { email }) };
}
