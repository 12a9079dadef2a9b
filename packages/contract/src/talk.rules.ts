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
