import { z } from 'zod';
import { SecretToken, smallBody } from './accounts.js';
import { endpoint } from './endpoint.js';
import { Digest, Weekly } from './notifications.js';

/** How often letters come, and how often they came before they were stopped. Nothing else of whose they are. */
const DigestMailing = z.strictObject({ digest: Digest, before: Digest });
/** The same of the weekly letter, which is ended alone. */
const WeeklyMailing = z.strictObject({ weekly: Weekly, before: Weekly });
const Mailing = z.union([DigestMailing, WeeklyMailing]);
export type DigestMailing = z.infer<typeof DigestMailing>;
export type WeeklyMailing = z.infer<typeof WeeklyMailing>;
export type Mailing = z.infer<typeof Mailing>;

/** By the link of a letter, which holds for good and needs no sign-in. */
const byLetter = {
  idempotent: false,
  bodyLimit: smallBody,
  access: 'anyone',
  body: z.strictObject({ token: SecretToken }),
  answer: Mailing,
  problems: ['link-ended', 'too-many-requests'],
} as const;

export const mailings = {
  readMailing: endpoint('readMailing', {
    ...byLetter,
    summary: 'How often letters like this one come to whoever got it',
  }),
  stopMailing: endpoint('stopMailing', {
    ...byLetter,
    summary: 'No more letters like this one; a second time changes nothing',
  }),
  resumeMailing: endpoint('resumeMailing', {
    ...byLetter,
    summary: 'Letters like this one as before they were stopped',
  }),
};
