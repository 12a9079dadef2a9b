import mongoose from 'mongoose';

/** A member, and the things that a letter tells them about, by stored key. */
export interface Tells {
  memberId: string;
  abouts: readonly string[];
}

/** One letter in the outbox, on its way, or delivered. */
export interface MailRecord {
  _id: mongoose.Types.ObjectId;
  /** Names the letter in tests and on the health page: `reset-password`. */
  kind: string;
  /** The account's stored address. Gone with the letter's text. */
  to?: string;
  /**
   * Subject, text and HTML, encrypted: a letter can hold a link that opens an account. Gone once SMTP has delivered it
   * or it was given up; what landed in the mailbox stays readable.
   */
  sealed?: string;
  /** Whom it tells about what, where that may be closed to them before it leaves. */
  tells?: Tells;
  createdAt: Date;
  /** Not to be tried before. Whoever takes it to send it moves this on, so that nobody else takes it meanwhile. */
  dueAt: Date;
  tries: number;
  /** Delivered: by SMTP, or into the mailbox. */
  sentAt?: Date;
  /** Given up. */
  failedAt?: Date;
  /** What went wrong last: a code and a few words, never an address or what a server wrote. */
  lastFailure?: string;
}

const mailSchema = new mongoose.Schema<MailRecord>(
  {
    kind: { type: String, required: true },
    to: String,
    sealed: String,
    tells: mongoose.Schema.Types.Mixed,
    createdAt: { type: Date, required: true },
    dueAt: { type: Date, required: true },
    tries: { type: Number, required: true },
    sentAt: Date,
    failedAt: Date,
    lastFailure: String,
  },
  { collection: 'mails', versionKey: false },
);
// The next letter to be sent.
mailSchema.index({ sentAt: 1, failedAt: 1, dueAt: 1 });
// What was sent or given up is forgotten after 30 days.
mailSchema.index({ createdAt: 1 }, { expireAfterSeconds: 30 * 86_400 });
// The letters to one address: erased with its account.
mailSchema.index({ to: 1 });

export const Mail = mongoose.model('Mail', mailSchema);
