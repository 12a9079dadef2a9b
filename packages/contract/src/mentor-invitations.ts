import { z } from 'zod';
import { cookieEndpoint, SecretToken } from './accounts.js';
import { endpoint, Id, IdPath, Instant, PageQuery, pageOf } from './endpoint.js';
import { Consent } from './grants.js';
import { invitationStates } from './mentor-invitations.rules.js';
import { Person } from './people.js';
import { Slug } from './roadmaps.js';
import { Email, Words } from './values.js';

/** `expired`: nobody answered in time. */
export const MentorInvitationState = z.enum(invitationStates);

const CohortName = z.strictObject({ id: Id, name: z.string() });

/** One that was sent, as those read it who may take it back. Whether anybody has the address is not in it. */
export const MentorInvitation = z.strictObject({
  id: Id,
  email: z.string(),
  /** As the mentor wrote it; may be empty. */
  name: z.string(),
  roadmap: Slug,
  cohort: CohortName.nullable(),
  /** `null`: a member no more. */
  from: Person.nullable(),
  state: MentorInvitationState,
  /** Who accepted, by name alone: which address they have is theirs to tell. */
  acceptedBy: z.string().nullable(),
  sentAt: Instant,
  expiresAt: Instant,
});
export type MentorInvitation = z.infer<typeof MentorInvitation>;

/** One that was sent to my address. */
export const ReceivedInvitation = z.strictObject({
  id: Id,
  from: Person,
  roadmap: Slug,
  cohort: CohortName.nullable(),
  /** Who would see what I share. */
  mentors: z.array(Person),
  sentAt: Instant,
  expiresAt: Instant,
});
export type ReceivedInvitation = z.infer<typeof ReceivedInvitation>;

/** What a letter's link is about: names alone, since whoever opens it may be no member. */
export const MentorLink = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('invitation'),
    id: Id,
    from: z.string(),
    roadmap: Slug,
    cohort: z.string().nullable(),
    mentors: z.array(z.string()),
  }),
  z.strictObject({
    kind: z.literal('ask'),
    id: Id,
    from: z.string(),
    roadmap: Slug,
    sentence: z.string(),
    consent: Consent,
  }),
]);
export type MentorLink = z.infer<typeof MentorLink>;

/** What is mine by my confirmed address needs no token; what I hold the letter of, does. */
export const MaybeToken = z.strictObject({ token: SecretToken.optional() });

/** Where accepting led. */
export const LetIn = z.strictObject({ roadmap: Slug, cohort: CohortName.nullable() });
export type LetIn = z.infer<typeof LetIn>;

export const mentorInvitations = {
  listMentorInvitations: endpoint('listMentorInvitations', {
    summary: 'Whom I invited to be mentored, the newest first; with `cohort`, whom its mentors invited into it',
    access: 'member',
    scope: 'mentoring:read',
    query: PageQuery.extend({ cohort: Id.optional() }),
    answer: pageOf(MentorInvitation),
    problems: ['not-found'],
  }),
  inviteLearner: endpoint('inviteLearner', {
    summary: 'Invite an address to be mentored by me, or into a cohort that I mentor; answered alike for every address',
    access: 'member',
    scope: 'mentoring:write',
    body: z
      .strictObject({
        email: Email,
        name: Words(80).default(''),
        cohortId: Id.nullable(),
        /** Of a cohort it is the cohort's. */
        roadmap: Slug.optional(),
      })
      .refine(({ cohortId, roadmap }) => cohortId !== null || roadmap !== undefined, {
        path: ['roadmap'],
        message: 'Say on which roadmap',
      }),
    answer: MentorInvitation,
    statuses: [201],
    problems: ['not-found', 'cohort-archived', 'already-invited', 'no-mail', 'too-many-requests'],
  }),
  resendMentorInvitation: endpoint('resendMentorInvitation', {
    summary: 'Send it again, with a new link for 14 days; the old one ends',
    access: 'member',
    scope: 'mentoring:write',
    params: IdPath,
    answer: MentorInvitation,
    problems: ['not-found', 'invitation-over', 'cohort-archived', 'already-invited', 'no-mail', 'too-many-requests'],
  }),
  revokeMentorInvitation: endpoint('revokeMentorInvitation', {
    summary: 'Take it back; its link ends',
    access: 'member',
    scope: 'mentoring:write',
    params: IdPath,
    answer: null,
    problems: ['not-found', 'invitation-over'],
  }),
  listReceivedInvitations: endpoint('listReceivedInvitations', {
    summary: 'Who invites my confirmed address, the newest first',
    access: 'member',
    scope: 'mentoring:read',
    query: PageQuery,
    answer: pageOf(ReceivedInvitation),
    problems: [],
  }),
  acceptMentorInvitation: endpoint('acceptMentorInvitation', {
    summary: 'Accept: enrols me where need be, and lets those who invite see what I say',
    access: 'member',
    params: IdPath,
    body: MaybeToken.extend({ consent: Consent }),
    answer: LetIn,
    statuses: [201],
    problems: [
      'not-found',
      'invitation-over',
      'already-joined',
      'already-mentored',
      'own-cohort',
      'own-invitation',
      'cohort-archived',
    ],
  }),
  declineMentorInvitation: endpoint('declineMentorInvitation', {
    summary: 'Decline: nothing is shared, and no account is named',
    access: 'member',
    params: IdPath,
    body: MaybeToken,
    answer: null,
    problems: ['not-found', 'invitation-over'],
  }),
  openMentorLink: endpoint('openMentorLink', {
    ...cookieEndpoint,
    summary: 'What the link of a letter is about; nothing is used up',
    access: 'anyone',
    body: z.strictObject({ token: SecretToken }),
    answer: MentorLink,
    problems: ['link-ended', 'too-many-requests'],
  }),
  declineMentorLink: endpoint('declineMentorLink', {
    ...cookieEndpoint,
    summary: 'Decline by the link of a letter, without an account',
    access: 'anyone',
    body: z.strictObject({ token: SecretToken }),
    answer: null,
    problems: ['link-ended', 'too-many-requests'],
  }),
};
