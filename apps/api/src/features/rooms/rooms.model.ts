import type { RoomMark } from '@waymark/contract';
import mongoose from 'mongoose';

/** What one learner keeps with one topic. The topic is named by its ordinal, so that a renamed one finds its room. */
export interface RoomRecord {
  _id: mongoose.Types.ObjectId;
  learnerId: mongoose.Types.ObjectId;
  roadmap: string;
  ordinal: number;
  /** The topic's id when the room was first entered. */
  topicId: string;
  /** Ticks, links, where they left off and how sure they are, each with the operation that set it. */
  marks: RoomMark[];
  note: string;
  noteVersion: number;
  noteAt: Date | null;
  hasNote: boolean;
  /** What its mark says: mentors to whom notes are shown read this one. Missing in rooms from before there was one. */
  isShared?: boolean;
  /** The topic's title and the note, folded: what a search looks through. */
  search: string;
  updatedAt: Date;
}

const roomSchema = new mongoose.Schema<RoomRecord>(
  {
    learnerId: { type: mongoose.Schema.Types.ObjectId, required: true },
    roadmap: { type: String, required: true },
    ordinal: { type: Number, required: true },
    topicId: { type: String, required: true },
    marks: {
      type: [
        { _id: false, key: String, value: mongoose.Schema.Types.Mixed, at: Number, operation: String, since: Number },
      ],
      default: [],
    },
    note: { type: String, default: '' },
    noteVersion: { type: Number, default: 0 },
    noteAt: { type: Date, default: null },
    hasNote: { type: Boolean, default: false },
    isShared: Boolean,
    search: { type: String, default: '' },
    updatedAt: { type: Date, required: true },
  } as mongoose.SchemaDefinition<RoomRecord>,
  { collection: 'rooms', versionKey: false, minimize: false },
);
// One room per learner and topic; also the rooms of a roadmap, page by page.
roomSchema.index({ learnerId: 1, roadmap: 1, ordinal: 1 }, { unique: true });
// A learner's notes, the last written first, page by page.
roomSchema.index({ learnerId: 1, hasNote: 1, noteAt: -1, _id: -1 });
// The notes of a way that its learner shares, the last written first, page by page.
roomSchema.index({ learnerId: 1, roadmap: 1, noteAt: -1, _id: -1 }, { partialFilterExpression: { isShared: true } });

/** Of the rooms of a learner those with a note that their mentors read. */
export const withSharedNote = { isShared: true, hasNote: true } as const;

export const Room = mongoose.model('Room', roomSchema);
