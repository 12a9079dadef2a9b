import type { Review, ReviewDraft, Roadmap, Verdict } from '@waymark/contract';

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

/** What is sent: what was left open is left out. `null`: it cannot be sent yet. */
export function verdictFrom({ decision, text, topics, requirements }: DraftWords): Verdict | null {
  if (decision === null || text.trim() === '') return null;
  const judged = <T extends { verdict: Level }>(all: readonly T[]) =>
    all.flatMap((each) => (each.verdict === null ? [] : [{ ...each, verdict: each.verdict }]));
  return { decision, text, topics: judged(topics), requirements: judged(requirements) };
}
