import type { ReviewDraft as DraftWords } from '@waymark/contract';
import mongoose from 'mongoose';

const id = { type: mongoose.Schema.Types.ObjectId, required: true };

/** Something said in a review. */
export interface CommentRecord {
  _id: mongoose.Types.ObjectId;
  reviewId: mongoose.Types.ObjectId;
  /** The review's. */
  learnerId: mongoose.Types.ObjectId;
  authorId: mongoose.Types.ObjectId;
  revision: number;
  requirementId: string | null;
  text: string;
  at: Date;
}

const commentSchema = new mongoose.Schema<CommentRecord>(
  {
    reviewId: id,
    learnerId: id,
    authorId: id,
    revision: { type: Number, required: true },
    requirementId: { type: String, default: null },
    text: { type: String, required: true },
    at: { type: Date, required: true },
  },
  { collection: 'reviewcomments', versionKey: false },
);
// What was said in a review, in order.
commentSchema.index({ reviewId: 1, _id: 1 });
// What a member said, for their export.
commentSchema.index({ authorId: 1, _id: 1 });

export const ReviewComment = mongoose.model('ReviewComment', commentSchema);

/** What a reviewer began to answer to one revision. */
export interface DraftRecord {
  /** `<review>:<revision>:<author>` */
  _id: string;
  reviewId: mongoose.Types.ObjectId;
  authorId: mongoose.Types.ObjectId;
  words: Pick<DraftWords, 'decision' | 'text' | 'topics' | 'requirements'>;
  version: number;
  updatedAt: Date;
}

export function draftId(reviewId: unknown, revision: number, authorId: string): string {
  return `${reviewId}:${revision}:${authorId}`;
}

const draftSchema = new mongoose.Schema<DraftRecord>(
  {
    _id: { type: String, required: true },
    reviewId: id,
    authorId: id,
    words: { type: mongoose.Schema.Types.Mixed, required: true },
    version: { type: Number, required: true },
    updatedAt: { type: Date, required: true },
  },
  { collection: 'reviewdrafts', versionKey: false, minimize: false },
);
// What goes with a review, and with an erased account.
draftSchema.index({ reviewId: 1 });
draftSchema.index({ authorId: 1 });
// What nobody came back to is forgotten after a year.
draftSchema.index({ updatedAt: 1 }, { expireAfterSeconds: 365 * 86_400 });

export const ReviewDraft = mongoose.model('ReviewDraft', draftSchema);

/** Words that a reviewer uses again and again. */
export interface SnippetRecord {
  _id: mongoose.Types.ObjectId;
  ownerId: mongoose.Types.ObjectId;
  title: string;
  text: string;
}

const snippetSchema = new mongoose.Schema<SnippetRecord>(
  { ownerId: id, title: { type: String, required: true }, text: { type: String, required: true } },
  { collection: 'snippets', versionKey: false },
);
// Somebody's snippets, by name.
snippetSchema.index({ ownerId: 1, title: 1, _id: 1 });

export const Snippet = mongoose.model('Snippet', snippetSchema);
