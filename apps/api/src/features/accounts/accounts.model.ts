import { type Digest, foldText, type Weekly } from '@waymark/contract';
import mongoose from 'mongoose';

export interface SecondFactor {
  /** The seed, encrypted. */
  sealedSeed: string;
  /** Missing while it is being set up: it asks for nothing yet. */
  confirmedAt?: Date;
  /** The newest time step that was used: none is taken twice. */
  lastStep: number;
  /** SHA-256 of each recovery code that is left. */
  recoveryHashes: string[];
}

export interface AccountRecord {
  _id: mongoose.Types.ObjectId;
  name: string;
  handle: string;
  /** As it was typed: mail goes there. */
  email: string;
  /** What makes two addresses the same: see `email-key.ts`. */
  emailKey: string;
  /** Missing where the member signs in by a provider alone. */
  passwordHash?: string;
  /** When the address was confirmed by a link sent there. */
  verifiedAt?: Date;
  /** Waits to be confirmed. */
  pendingEmail?: string;
  /** Made by a sign-up that waits for its address to be confirmed; gone with the first way in. */
  neverSignedIn?: true;
  twoFactor?: SecondFactor;
  /** Ever: two that are made at once both write here, so that neither is counted without the other. */
  accessTokensMade?: number;
  timeZone: string;
  /** 1 for Monday to 7 for Sunday; missing or null: as the browser has it. */
  weekStartsOn?: number | null;
  /** How often letters about reviews come; missing: as usual. */
  digest?: Digest;
  /** How they came before they were stopped by a letter's link. */
  digestBefore?: Digest;
  /** Of what a weekly letter tells; missing: none comes. */
  weekly?: Weekly;
  weeklyBefore?: Weekly;
  /** The first day of the last week that a weekly letter told of. */
  weeklyTold?: string;
  role: 'member' | 'owner';
  version: number;
  createdAt: Date;
  /** What an owner finds the member by: the words of name, handle and address, in small letters. */
  searchKeys: string[];
  /** Set: an owner closed the door. Nothing is lost. */
  disabledAt?: Date;
  /** Set: signed out everywhere, and erased from this time on. */
  eraseAfter?: Date;
}

const accountSchema = new mongoose.Schema<AccountRecord>(
  {
    name: { type: String, required: true },
    handle: { type: String, required: true },
    email: { type: String, required: true },
    emailKey: { type: String, required: true },
    passwordHash: String,
    verifiedAt: Date,
    pendingEmail: String,
    neverSignedIn: Boolean,
    twoFactor: {
      type: new mongoose.Schema<SecondFactor>(
        {
          sealedSeed: { type: String, required: true },
          confirmedAt: Date,
          lastStep: { type: Number, required: true },
          recoveryHashes: { type: [String], required: true },
        },
        { _id: false },
      ),
      required: false,
    },
    accessTokensMade: Number,
    timeZone: { type: String, required: true },
    weekStartsOn: Number,
    digest: String,
    digestBefore: String,
    weekly: String,
    weeklyBefore: String,
    weeklyTold: String,
    role: { type: String, enum: ['member', 'owner'], required: true },
    version: { type: Number, required: true },
    createdAt: { type: Date, required: true },
    searchKeys: { type: [String], default: [] },
    disabledAt: Date,
    eraseAfter: Date,
  },
  { collection: 'accounts', versionKey: false },
);
// One account per address.
accountSchema.index({ emailKey: 1 }, { unique: true });
// One member per handle: it is the address of their page.
accountSchema.index({ handle: 1 }, { unique: true });
// An owner finds members by the beginning of a word, and pages through them by name.
accountSchema.index({ searchKeys: 1 });
accountSchema.index({ name: 1, _id: 1 });
// The few owners, found without reading the members.
accountSchema.index({ role: 1, name: 1, _id: 1 }, { partialFilterExpression: { role: 'owner' } });
// … and the few whom an owner has shut out.
accountSchema.index({ disabledAt: 1 }, { sparse: true });
// The sweep finds who is to be erased without reading the others.
accountSchema.index({ eraseAfter: 1 }, { sparse: true });

/** The whole texts and the words of the name, so that the beginning of any of them is found by the index. */
export function searchKeysOf({
  name,
  handle,
  emailKey,
}: Pick<AccountRecord, 'name' | 'handle' | 'emailKey'>): string[] {
  const whole = [name, handle, emailKey].map(foldText);
  const words = foldText(name).split(/\s+/);
  return [...new Set([...whole, ...words])].filter((key) => key !== '').slice(0, 20);
}

export const Account = mongoose.model('Account', accountSchema);
