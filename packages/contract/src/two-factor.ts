import { z } from 'zod';
import { smallBody } from './accounts.js';
import { endpoint, Instant } from './endpoint.js';

const ownSecret = { access: 'member', idempotent: false, beforeTwoFactor: true, bodyLimit: smallBody } as const;

/** `required`: the owner wants it of this member. */
export const TwoFactor = z.strictObject({
  isOn: z.boolean(),
  since: Instant.nullable(),
  recoveryCodesLeft: z.int(),
  required: z.boolean(),
});
export type TwoFactor = z.infer<typeof TwoFactor>;

/** The seed as text and as the address that an authenticator reads, and that address as a QR code (SVG). */
export const TwoFactorSeed = z.strictObject({ secret: z.string(), uri: z.string(), qrSvg: z.string() });

/** Shown this once; each signs in once. */
export const RecoveryCodes = z.strictObject({ recoveryCodes: z.array(z.string()) });

export const twoFactor = {
  readTwoFactor: endpoint('readTwoFactor', {
    summary: 'My second factor',
    access: 'member',
    beforeTwoFactor: true,
    answer: TwoFactor,
    problems: [],
  }),
  beginTwoFactor: endpoint('beginTwoFactor', {
    ...ownSecret,
    summary: 'A new seed for an authenticator; nothing changes until a code of it is given',
    stepUp: true,
    answer: TwoFactorSeed,
    problems: ['two-factor-on'],
  }),
  confirmTwoFactor: endpoint('confirmTwoFactor', {
    ...ownSecret,
    summary: 'Turn two-factor sign-in on with a code of the new seed',
    stepUp: true,
    body: z.strictObject({ code: z.string().max(32) }),
    answer: RecoveryCodes,
    problems: ['wrong-code', 'two-factor-on', 'too-many-requests'],
  }),
  endTwoFactor: endpoint('endTwoFactor', {
    ...ownSecret,
    summary: 'Turn two-factor sign-in off',
    stepUp: true,
    answer: null,
    problems: ['not-allowed'],
  }),
  renewRecoveryCodes: endpoint('renewRecoveryCodes', {
    ...ownSecret,
    summary: 'Ten new recovery codes; the ones before end',
    stepUp: true,
    answer: RecoveryCodes,
    problems: ['not-found'],
  }),
};
