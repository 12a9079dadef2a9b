import type { Settings as SettingsAnswer } from '@waymark/contract';
import mongoose from 'mongoose';

/** The one document of the instance's settings. Before the first change there is none, and `defaults` hold. */
export type SettingsRecord = SettingsAnswer & {
  _id: 'settings';
  /** Counts the changes of who owns the instance, which take turns by writing it. */
  ownersTurn?: number;
};

const settingsSchema = new mongoose.Schema<SettingsRecord>(
  {
    _id: { type: String, required: true },
    name: { type: String, required: true },
    welcome: { type: String, default: '' },
    blaze: { type: String, required: true },
    signUp: {
      type: new mongoose.Schema<SettingsAnswer['signUp']>(
        {
          who: { type: String, required: true },
          domains: { type: [String], required: true },
          verifiedFirst: { type: Boolean, required: true },
        },
        { _id: false },
      ),
      required: true,
    },
    twoFactor: { type: String, required: true },
    version: { type: Number, required: true },
    ownersTurn: Number,
  },
  { collection: 'settings', versionKey: false },
);

export const SettingsDocument = mongoose.model('Settings', settingsSchema);

const defaults: SettingsAnswer = {
  name: 'Waymark',
  welcome: '',
  blaze: 'amber',
  signUp: { who: 'anyone', domains: [], verifiedFirst: false },
  twoFactor: 'optional',
  version: 1,
};

/** As they are now, read each time: a changed policy holds for the next request. */
export async function readSettings(): Promise<SettingsAnswer> {
  const found = await SettingsDocument.findById('settings').lean<SettingsRecord>();
  if (!found) return defaults;
  const { _id, ownersTurn: _, ...settings } = found;
  return { ...defaults, ...settings };
}

/** In a transaction: whoever else does so at the same time waits for its end, and sees what it left. */
export async function takeOwnersTurn(): Promise<void> {
  await SettingsDocument.updateOne(
    { _id: 'settings' },
    { $inc: { ownersTurn: 1 }, $setOnInsert: defaults },
    { upsert: true },
  );
}
