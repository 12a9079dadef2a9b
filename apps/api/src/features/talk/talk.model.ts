import type { SuggestionKind } from '@waymark/contract';
import mongoose from 'mongoose';

const id = { type: mongoose.Schema.Types.ObjectId, required: true };

/** The talk between a learner and their mentors on one topic. What is in it are documents of their own. */
export interface TalkRecord {
  /** `<learner>:<roadmap>:<ordinal>` */
  _id: string;
  learnerId: mongoose.Types.ObjectId;
  roadmap: string;
  ordinal: number;
  /** The topic's id when it was begun. */
  topicId: string;
  comments: number;
  openSuggestions: number;
  /** The mentors who saw it when it last changed: whose open pages follow it. What they read is checked anew. */
  told: mongoose.Types.ObjectId[];
  /** When something was last said or suggested. */
  at: Date;
  /** Counts its changes. */
  version: number;
}

export const talkId = (learnerId: unknown, roadmap: string, ordinal: number): string =>
  `${learnerId}:${roadmap}:${ordinal}`;

const talkSchema = new mongoose.Schema<TalkRecord>(
  {
    _id: { type: String, required: true },
    learnerId: id,
    roadmap: { type: String, required: true },
    ordinal: { type: Number, required: true },
    topicId: { type: String, required: true },
    comments: { type: Number, required: true },
    openSuggestions: { type: Number, required: true },
    told: { type: [mongoose.Schema.Types.ObjectId], required: true },
    at: { type: Date, required: true },
    version: { type: Number, required: true },
  },
  { collection: 'talks', versionKey: false },
);
// The talks of a learner's way, in the order of its topics, page by page.
talkSchema.index({ learnerId: 1, roadmap: 1, ordinal: 1 });
// What an erased mentor followed.
talkSchema.index({ told: 1 });

export const Talk = mongoose.model('Talk', talkSchema);

/** Something said. */
export interface CommentRecord {
  _id: mongoose.Types.ObjectId;
  talkId: string;
  learnerId: mongoose.Types.ObjectId;
  authorId: mongoose.Types.ObjectId;
  text: string;
  at: Date;
  deletedAt: Date | null;
}

const commentSchema = new mongoose.Schema<CommentRecord>(
  {
    talkId: { type: String, required: true },
    learnerId: id,
    authorId: id,
    text: { type: String, required: true },
    at: { type: Date, required: true },
    deletedAt: { type: Date, default: null },
  },
  { collection: 'topiccomments', versionKey: false },
);
// What was said in a talk, the newest first, page by page; also what is new in it.
commentSchema.index({ talkId: 1, _id: -1 });
// What was said to a learner, for their export; and what goes with them.
commentSchema.index({ learnerId: 1, _id: 1 });
// What a member said, for their export.
commentSchema.index({ authorId: 1, _id: 1 });
// What was taken back can be had again for a day.
commentSchema.index({ deletedAt: 1 }, { expireAfterSeconds: 86_400 });

export const TopicComment = mongoose.model('TopicComment', commentSchema);

/** Up to where a member has read a talk. */
export interface ReadRecord {
  /** `<member>:<talk>` */
  _id: string;
  memberId: mongoose.Types.ObjectId;
  learnerId: mongoose.Types.ObjectId;
  /** The last comment that they have seen. */
  seenId: mongoose.Types.ObjectId;
}

const readSchema = new mongoose.Schema<ReadRecord>(
  { _id: { type: String, required: true }, memberId: id, learnerId: id, seenId: id },
  { collection: 'talkreads', versionKey: false },
);
// What goes with a member, and with a learner's talks.
readSchema.index({ memberId: 1 });
readSchema.index({ learnerId: 1 });

export const TalkRead = mongoose.model('TalkRead', readSchema);

/** What a mentor suggests for a topic. */
export interface SuggestionRecord {
  _id: mongoose.Types.ObjectId;
  talkId: string;
  learnerId: mongoose.Types.ObjectId;
  mentorId: mongoose.Types.ObjectId;
  roadmap: string;
  ordinal: number;
  topicId: string;
  kind: SuggestionKind;
  url: string | null;
  words: string;
  at: Date;
  isOpen: boolean;
  /** Which of the places it takes that a mentor has with a learner; free again once it was answered. */
  place: number;
  answer: 'taken' | 'put-away' | null;
  answerWords: string;
  answeredAt: Date | null;
}

const suggestionSchema = new mongoose.Schema<SuggestionRecord>(
  {
    talkId: { type: String, required: true },
    learnerId: id,
    mentorId: id,
    roadmap: { type: String, required: true },
    ordinal: { type: Number, required: true },
    topicId: { type: String, required: true },
    kind: { type: String, required: true },
    url: { type: String, default: null },
    words: { type: String, default: '' },
    at: { type: Date, required: true },
    isOpen: { type: Boolean, required: true },
    place: { type: Number, required: true },
    answer: { type: String, default: null },
    answerWords: { type: String, default: '' },
    answeredAt: { type: Date, default: null },
  },
  { collection: 'suggestions', versionKey: false },
);
// As many as there are places are open between a mentor and a learner: two at once do not share one.
suggestionSchema.index(
  { learnerId: 1, mentorId: 1, place: 1 },
  { unique: true, partialFilterExpression: { isOpen: true } },
);
// What was suggested on a way, or for one topic of it, the last first, page by page.
suggestionSchema.index({ learnerId: 1, roadmap: 1, _id: -1 });
suggestionSchema.index({ talkId: 1, _id: -1 });
// What waits for a learner's answer, the last first, page by page.
suggestionSchema.index({ learnerId: 1, isOpen: 1, _id: -1 });
// What a mentor suggested, for their export.
suggestionSchema.index({ mentorId: 1, _id: 1 });

export const Suggestion = mongoose.model('Suggestion', suggestionSchema);
