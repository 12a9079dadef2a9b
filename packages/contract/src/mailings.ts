import { z } from 'zod';
import { SecretToken, smallBody } from './accounts.js';
import { endpoint } from './endpoint.js';
import { Digest } from './notifications.js';

/** How often letters come, and how often they came before they were stopped. Nothing else of whose they are. */
const Mailing = z.strictObject({ digest: Digest, before: Digest });
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
    summary: 'How often letters about reviews come to whoever got this one',
  }),
  stopMailing: endpoint('stopMailing', {
    ...byLetter,
    summary: 'No more letters about reviews; a second time changes nothing',
  }),
  resumeMailing: endpoint('resumeMailing', {
    ...byLetter,
    summary: 'Letters about reviews as before they were stopped',
  }),
};
