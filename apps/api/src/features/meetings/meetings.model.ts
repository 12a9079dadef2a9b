import type { MeetingAction, MeetingLine } from '@waymark/contract';
import mongoose from 'mongoose';

/** The sheet of one meeting. What changed is not in it before somebody ticks or moves it, or the meeting is closed. */
export interface MeetingRecord {
  _id: mongoose.Types.ObjectId;
  learnerId: mongoose.Types.ObjectId;
  mentorId: mongoose.Types.ObjectId;
  roadmap: string;
  isOpen: boolean;
  openedAt: Date;
  /** When the one before was closed. */
  since: Date | null;
  closedAt: Date | null;
  /** At most fifty, and what the mentor may not see now. */
  lines: MeetingLine[];
  /** The keys of changes that are not to be talked about, as long as they would be. */
  removed: string[];
  linesVersion: number;
  notes: string;
  notesVersion: number;
  /** At most twenty. */
  actions: MeetingAction[];
  actionsVersion: number;
  /** The mentor, if they saw it when it last changed: whose open page follows it. What they read is checked anew. */
  told: mongoose.Types.ObjectId[];
}

const id = { type: mongoose.Schema.Types.ObjectId, required: true };
const mixed = { type: [mongoose.Schema.Types.Mixed], default: [] };
const version = { type: Number, default: 0 };

const meetingSchema = new mongoose.Schema<MeetingRecord>(
  {
    learnerId: id,
    mentorId: id,
    roadmap: { type: String, required: true },
    isOpen: { type: Boolean, required: true },
    openedAt: { type: Date, required: true },
    since: { type: Date, default: null },
    closedAt: { type: Date, default: null },
    lines: mixed,
    removed: { type: [String], default: [] },
    linesVersion: version,
    notes: { type: String, default: '' },
    notesVersion: version,
    actions: mixed,
    actionsVersion: version,
    told: { type: [mongoose.Schema.Types.ObjectId], default: [] },
  } as mongoose.SchemaDefinition<MeetingRecord>,
  { collection: 'meetings', versionKey: false, minimize: false },
);
// One open sheet per learner, mentor and roadmap: beginning twice at once makes one.
meetingSchema.index(
  { learnerId: 1, mentorId: 1, roadmap: 1 },
  { unique: true, partialFilterExpression: { isOpen: true } },
);
// A learner's meetings, and those with one mentor, the last first.
meetingSchema.index({ learnerId: 1, isOpen: 1, _id: -1 });
meetingSchema.index({ learnerId: 1, mentorId: 1, isOpen: 1, _id: -1 });
// A mentor's, the last first.
meetingSchema.index({ mentorId: 1, isOpen: 1, _id: -1 });

export const Meeting = mongoose.model('Meeting', meetingSchema);
