import { z } from 'zod';
import { cookieEndpoint, SecretToken, SignedIn } from './accounts.js';
import { endpoint, Id, IdPath, Instant, PageQuery, pageOf } from './endpoint.js';

/** As the owner named it in the settings of the server: `oidc`, `github`. */
export const ProviderPath = z.strictObject({ provider: z.string().regex(/^[a-z0-9-]{1,32}$/, 'Not a provider') });

/** What coming back from the provider is for. */
export const IdentityPurpose = z.enum(['sign-in', 'link', 'step-up']);
export type IdentityPurpose = z.infer<typeof IdentityPurpose>;

/** A path of the web client. Nothing that a browser could read as another site: no `//`, no backslash, no control character. */
const NextPath = z
  .string()
  .max(512)
  .regex(/^(?:\/(?!\/)[!"$-.0->@-[\]-~]*)+(?:[?#][!-[\]-~]*)?$/, 'A path of this site');

export const Identity = z.strictObject({
  id: Id,
  provider: z.string(),
  providerName: z.string(),
  /** As the provider calls this person: an address or a user name. */
  label: z.string(),
  linkedAt: Instant,
});
export type Identity = z.infer<typeof Identity>;

export const identities = {
  startIdentity: endpoint('startIdentity', {
    ...cookieEndpoint,
    summary: 'Where to go to sign in by a provider; linking and stepping up want a member',
    access: 'anyone',
    params: ProviderPath,
    body: z.strictObject({
      purpose: IdentityPurpose.default('sign-in'),
      next: NextPath.default('/'),
      staySignedIn: z.boolean().default(true),
      invitation: SecretToken.optional(),
    }),
    answer: z.strictObject({ url: z.url() }),
    problems: ['not-found', 'not-signed-in', 'step-up-required', 'two-factor-required', 'too-many-requests'],
  }),
  finishIdentity: endpoint('finishIdentity', {
    ...cookieEndpoint,
    summary: 'Come back from the provider; `code` where the account has a second factor',
    access: 'anyone',
    params: ProviderPath,
    body: z.strictObject({ query: z.string().max(4096), code: z.string().max(32).optional() }),
    answer: z.strictObject({ purpose: IdentityPurpose, next: z.string(), signedIn: SignedIn.nullable() }),
    problems: [
      'not-found',
      'link-ended',
      'not-signed-in',
      'code-required',
      'wrong-code',
      'not-allowed',
      'account-disabled',
      'email-unverified',
      'sign-up-closed',
      'identity-taken',
      'identity-not-linked',
      'too-many-requests',
    ],
  }),
  listIdentities: endpoint('listIdentities', {
    summary: 'The providers that I sign in by',
    access: 'member',
    // Who has no password steps up by one of them, to set the second factor up.
    beforeTwoFactor: true,
    query: PageQuery,
    answer: pageOf(Identity),
    problems: [],
  }),
  unlinkIdentity: endpoint('unlinkIdentity', {
    summary: 'Sign in by this provider no more',
    access: 'member',
    stepUp: true,
    params: IdPath,
    answer: null,
    problems: ['not-found', 'last-way-in'],
  }),
};
