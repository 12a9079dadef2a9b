import type { ReviewDraft as DraftAnswer } from '@waymark/contract';
import { Problem } from '../../http/problem.js';
import type { ReviewRecord } from './reviews.model.js';
import { Revision } from './revisions.model.js';
import { type DraftRecord, draftId, ReviewDraft } from './talk.model.js';

const nothing: DraftRecord['words'] = { decision: null, text: '', topics: [], requirements: [] };

const draftAnswer = (draft: Pick<DraftRecord, 'words' | 'version'> & { updatedAt: Date | null }): DraftAnswer => ({
  ...draft.words,
  version: draft.version,
  updatedAt: draft.updatedAt?.toISOString() ?? null,
});

/** There is a draft for each revision of the review that its reviewer writes on; the learner has none. */
async function idOf(review: ReviewRecord, revision: number, authorId: string): Promise<string> {
  if (String(review.learnerId) === authorId) throw new Problem('own-review');
  if (!(await Revision.exists({ projectId: review.projectId, number: revision, reviewId: review._id }))) {
    throw new Problem('not-found');
  }
  return draftId(review._id, revision, authorId);
}

export async function readDraft(review: ReviewRecord, revision: number, authorId: string): Promise<DraftAnswer> {
  const draft = await ReviewDraft.findOne({ _id: await idOf(review, revision, authorId) }).lean<DraftRecord>();
  return draftAnswer(draft ?? { words: nothing, version: 0, updatedAt: null });
}

/** Keeps a draft on the version that it was written on: what another device wrote meanwhile is answered as `stale`. */
export async function keepDraft(
  review: ReviewRecord,
  revision: number,
  { authorId, base, now, ...words }: DraftRecord['words'] & { authorId: string; base: number; now: Date },
): Promise<DraftAnswer> {
  const _id = await idOf(review, revision, authorId);
  const before = await ReviewDraft.findOne({ _id }).lean<DraftRecord>();
  if ((before?.version ?? 0) !== base) {
    throw new Problem('stale', { current: draftAnswer(before ?? { words: nothing, version: 0, updatedAt: null }) });
  }
  const after = { words, version: base + 1, updatedAt: now };
  await ReviewDraft.updateOne({ _id }, { $set: { ...after, reviewId: review._id, authorId } }, { upsert: true });
  return draftAnswer(after);
}
