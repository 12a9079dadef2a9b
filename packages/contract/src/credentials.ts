import { z } from 'zod';
import { CheckMail, cookieEndpoint, SecretToken } from './accounts.js';
import { endpoint } from './endpoint.js';
import { Email, NewPassword } from './values.js';

const byLink = { ...cookieEndpoint, access: 'anyone', statuses: [204], answer: null } as const;
const asked = { ...cookieEndpoint, access: 'anyone', statuses: [202] } as const;
/** An address that nobody has gets the same answer as one that somebody has. */
const AnyEmail = z.strictObject({ email: z.string().max(254) });

export const credentials = {
  requestPasswordReset: endpoint('requestPasswordReset', {
    ...asked,
    summary: 'Have a link mailed that sets a new password',
    body: AnyEmail,
    answer: CheckMail,
    problems: ['no-mail', 'too-many-requests'],
  }),
  resetPassword: endpoint('resetPassword', {
    ...byLink,
    summary: 'Set a new password by the link; ends all sessions',
    body: z.strictObject({ token: SecretToken, password: NewPassword }),
    problems: ['link-ended', 'too-many-requests'],
  }),
  requestVerification: endpoint('requestVerification', {
    ...asked,
    summary: 'Have a link mailed that confirms the address',
    body: AnyEmail,
    answer: CheckMail,
    problems: ['no-mail', 'too-many-requests'],
  }),
  verifyEmail: endpoint('verifyEmail', {
    ...byLink,
    summary: 'Confirm the address by the link; one who signed up with it and never signed in gives the password too',
    body: z.strictObject({ token: SecretToken, password: z.string().max(1024).optional() }),
    problems: ['link-ended', 'wrong-credentials', 'too-many-requests'],
  }),
  changePassword: endpoint('changePassword', {
    ...cookieEndpoint,
    summary: 'Change my password by the current one (or a step-up, where there is none); signs out everywhere else',
    access: 'member',
    body: z.strictObject({ current: z.string().max(1024).optional(), password: NewPassword }),
    answer: null,
    problems: ['wrong-credentials', 'step-up-required', 'too-many-requests'],
  }),
  requestEmailChange: endpoint('requestEmailChange', {
    ...cookieEndpoint,
    summary: 'Change my e-mail address: the new one has to be confirmed',
    access: 'member',
    stepUp: true,
    statuses: [202],
    body: z.strictObject({ email: Email }),
    answer: CheckMail,
    problems: ['no-mail', 'too-many-requests'],
  }),
  confirmEmailChange: endpoint('confirmEmailChange', {
    ...byLink,
    summary: 'Confirm the new address by the link that was mailed there',
    body: z.strictObject({ token: SecretToken }),
    problems: ['link-ended', 'email-taken', 'too-many-requests'],
  }),
  undoEmailChange: endpoint('undoEmailChange', {
    ...byLink,
    summary: 'Take the old address back by the link that was mailed there; ends all sessions',
    body: z.strictObject({ token: SecretToken }),
    problems: ['link-ended', 'email-taken', 'too-many-requests'],
  }),
};
