import mongoose from 'mongoose';

/** The secret address under which a learner's calendars fetch their plan. The address is told once and stored nowhere. */
export interface CalendarFeedRecord {
  _id: mongoose.Types.ObjectId;
  accountId: mongoose.Types.ObjectId;
  /** SHA-256 of its token, base64url. */
  hash: string;
  /** Where the learner's weeks began when it was made; the account's own setting goes before it. */
  weekStartsOn: number;
  createdAt: Date;
}

const calendarFeedSchema = new mongoose.Schema<CalendarFeedRecord>(
  {
    accountId: { type: mongoose.Schema.Types.ObjectId, required: true },
    hash: { type: String, required: true },
    weekStartsOn: { type: Number, required: true },
    createdAt: { type: Date, required: true },
  },
  { collection: 'calendarfeeds', versionKey: false },
);
// Whose plan is fetched.
calendarFeedSchema.index({ hash: 1 }, { unique: true });
// One per member: making another ends the one before.
calendarFeedSchema.index({ accountId: 1 }, { unique: true });

export const CalendarFeed = mongoose.model('CalendarFeed', calendarFeedSchema);
