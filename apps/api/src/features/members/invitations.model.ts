import mongoose from 'mongoose';

/** A way in that an owner made. The token of its link is stored nowhere. */
export interface InvitationRecord {
  _id: mongoose.Types.ObjectId;
  /** SHA-256 of the token, base64url. */
  hash: string;
  /** Where it was mailed to: using it confirms that address. */
  email?: string;
  note: string;
  uses: number;
  usesLeft: number;
  madeBy: mongoose.Types.ObjectId;
  createdAt: Date;
  expiresAt: Date;
  revokedAt?: Date;
}

const invitationSchema = new mongoose.Schema<InvitationRecord>(
  {
    hash: { type: String, required: true },
    email: String,
    note: { type: String, default: '' },
    uses: { type: Number, required: true },
    usesLeft: { type: Number, required: true },
    madeBy: { type: mongoose.Schema.Types.ObjectId, required: true },
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    revokedAt: Date,
  },
  { collection: 'invitations', versionKey: false },
);
// Which one a link means.
invitationSchema.index({ hash: 1 }, { unique: true });
// The owners' list, the newest first.
invitationSchema.index({ createdAt: -1, _id: -1 });
// What is long over is forgotten after 180 days, as the audit log that names it.
invitationSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 180 * 86_400 });

export const Invitation = mongoose.model('Invitation', invitationSchema);
