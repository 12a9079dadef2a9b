/** Of a request for help, and of what closes it. Characters. */
export const longestSentence = 280;
/** Of what is said on a topic. Characters of Markdown. */
export const longestComment = 2000;
/** In one talk: whoever reads it reads them page by page, and it is a talk and no archive. */
export const mostComments = 500;
/** Which a mentor has open with one learner. */
export const mostOpenSuggestions = 20;

const reopenMs = 7 * 86_400_000;
const undoMs = 86_400_000;

/** Until when its learner can open a request again; `null` while it is open, and once it is too late. */
export function reopenUntil(closedAt: Date | null, now: Date): Date | null {
  if (closedAt === null) return null;
  const until = new Date(closedAt.getTime() + reopenMs);
  return until > now ? until : null;
}

/** What was closed then or before cannot be opened again. */
export function reopenableSince(now: Date): Date {
  return new Date(now.getTime() - reopenMs);
}

/** What was deleted then or before cannot be had back. */
export function undeletableSince(now: Date): Date {
  return new Date(now.getTime() - undoMs);
}

/** To look at a link, to do the topic next, or a sentence. */
export type SuggestionKind = 'link' | 'next' | 'words';

/** What a suggestion of its kind lacks, or has too much of, field by field. */
export function suggestionIssues({
  kind,
  url,
  words,
}: {
  kind: SuggestionKind;
  url: string | null;
  words: string;
}): { path: 'url' | 'words'; message: string }[] {
  if (kind === 'link' && url === null) return [{ path: 'url', message: 'Give the address to look at' }];
  if (kind !== 'link' && url !== null) return [{ path: 'url', message: 'Only a link has an address' }];
  if (kind === 'words' && words === '') return [{ path: 'words', message: 'Say what you suggest' }];
  return [];
}

/** Names as a sentence has them: “Mira”, “Mira and Tom”, “Mira, Tom and 3 others”. Empty where there is nobody. */
export function namesTogether(names: readonly string[], mostNamed = 3): string {
  const rest = names.length - mostNamed;
  const named = rest > 0 ? [...names.slice(0, mostNamed - 1), `${rest + 1} others`] : names;
  const last = named.at(-1) ?? '';
  return named.length < 2 ? last : `${named.slice(0, -1).join(', ')} and ${last}`;
}
