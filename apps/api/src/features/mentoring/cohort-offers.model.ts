import mongoose from 'mongoose';

/** Somebody was asked to mentor a cohort too. It is gone once they answered, or its time is over. */
export interface CohortOfferRecord {
  _id: mongoose.Types.ObjectId;
  cohortId: mongoose.Types.ObjectId;
  /** As it was typed. */
  handle: string;
  /** Who had this handle then; `null`: nobody, which must not be told. */
  memberId: mongoose.Types.ObjectId | null;
  byId: mongoose.Types.ObjectId;
  at: Date;
  expiresAt: Date;
}

const id = { type: mongoose.Schema.Types.ObjectId, required: true };

const offerSchema = new mongoose.Schema<CohortOfferRecord>(
  {
    cohortId: id,
    handle: { type: String, required: true },
    memberId: { type: mongoose.Schema.Types.ObjectId, default: null },
    byId: id,
    at: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
  },
  { collection: 'cohortoffers', versionKey: false },
);
// One at a time to each handle; also those of a cohort.
offerSchema.index({ cohortId: 1, handle: 1 }, { unique: true });
// What somebody is asked, and what an erased account leaves.
offerSchema.index({ memberId: 1, _id: 1 });
// Sweeps what nobody answered.
offerSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export const CohortOffer = mongoose.model('CohortOffer', offerSchema);
