import type { Review, ReviewDraft, Roadmap, Verdict } from '@waymark/contract';
import { verdictFaults } from '@waymark/contract/rules';

export type DraftWords = Omit<ReviewDraft, 'version' | 'updatedAt'>;
export type Level = DraftWords['topics'][number]['verdict'];

/** What the form stands on: a line for everything that the revision covers and its brief wants, with what was kept of it. */
export function draftFor(review: Pick<Review, 'snapshot'>, kept: DraftWords, roadmaps: readonly Roadmap[]): DraftWords {
  const { covers, briefId } = review.snapshot;
  const brief = roadmaps.flatMap(({ briefs }) => briefs).find(({ id }) => id === briefId);
  const topics = covers.map(({ roadmap, topicId }) => {
    const before = kept.topics.find((each) => each.roadmap === roadmap && each.topicId === topicId);
    return before ?? { roadmap, topicId, verdict: null, text: '' };
  });
  const requirements = (brief?.requirements ?? []).map(
    ({ id }) => kept.requirements.find((each) => each.id === id) ?? { id, verdict: null, text: '' },
  );
  return { decision: kept.decision, text: kept.text, topics, requirements };
}

const judged = <T extends { verdict: Level }>(all: readonly T[]) =>
  all.flatMap((each) => (each.verdict === null ? [] : [{ ...each, verdict: each.verdict }]));

/** What is sent: what was left open is left out. `null`: it cannot be sent yet. */
export function verdictFrom(words: DraftWords): Verdict | null {
  const { decision, text, topics, requirements } = words;
  if (decision === null || verdictFaults(words).length > 0) return null;
  return { decision, text, topics: judged(topics), requirements: judged(requirements) };
}

/** Where a line of the form stands in what is sent, and so in what the server says of it. */
export const placeWhenSent = (lines: readonly { verdict: Level }[], place: number): number =>
  judged(lines.slice(0, place)).length;
