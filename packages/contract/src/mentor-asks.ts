import { z } from 'zod';
import { endpoint, Id, IdPath, Instant, PageQuery, pageOf } from './endpoint.js';
import { Consent } from './grants.js';
import { LetIn, MaybeToken, MentorInvitationState } from './mentor-invitations.js';
import { readAsked } from './mentor-invitations.rules.js';
import { Person } from './people.js';
import { Slug } from './roadmaps.js';
import { Words } from './values.js';

/** One that I asked. Until somebody accepts it says whom only as I typed it: not whether there is such a member. */
export const MentorAsk = z.strictObject({
  id: Id,
  to: z.string(),
  roadmap: Slug,
  sentence: z.string(),
  consent: Consent,
  state: MentorInvitationState,
  mentor: Person.nullable(),
  /** What came with the answer; may be empty. */
  answer: z.string(),
  createdAt: Instant,
  expiresAt: Instant,
});
export type MentorAsk = z.infer<typeof MentorAsk>;

/** One that I am asked: who, what for, and which kinds of things they would share. */
export const ReceivedAsk = z.strictObject({
  id: Id,
  learner: Person,
  roadmap: Slug,
  sentence: z.string(),
  consent: Consent,
  createdAt: Instant,
  expiresAt: Instant,
});
export type ReceivedAsk = z.infer<typeof ReceivedAsk>;

export const mentorAsks = {
  askToMentor: endpoint('askToMentor', {
    summary: 'Ask somebody to mentor me, by handle or address; answered alike whether or not there is such a member',
    access: 'member',
    body: z.strictObject({
      to: z
        .string()
        .trim()
        .max(254, 'At most 254 characters')
        .refine((typed) => readAsked(typed) !== null, 'Give an e-mail address, or a handle such as @ada'),
      roadmap: Slug,
      sentence: Words(300).refine((text) => text !== '', 'Say in a sentence what you hope for'),
      consent: Consent,
    }),
    answer: MentorAsk,
    statuses: [201],
    problems: ['already-asked', 'no-mail', 'too-many-requests'],
  }),
  listMyAsks: endpoint('listMyAsks', {
    summary: 'Whom I asked to mentor me, the newest first',
    access: 'member',
    scope: 'mentoring:read',
    query: PageQuery,
    answer: pageOf(MentorAsk),
    problems: [],
  }),
  withdrawAsk: endpoint('withdrawAsk', {
    summary: 'I do not ask any more',
    access: 'member',
    params: IdPath,
    answer: null,
    problems: ['not-found', 'invitation-over'],
  }),
  listReceivedAsks: endpoint('listReceivedAsks', {
    summary: 'Who asks me to mentor them, the newest first',
    access: 'member',
    scope: 'mentoring:read',
    query: PageQuery,
    answer: pageOf(ReceivedAsk),
    problems: [],
  }),
  acceptAsk: endpoint('acceptAsk', {
    summary: 'I will mentor them, and see what they chose to share',
    access: 'member',
    params: IdPath,
    body: MaybeToken.extend({ answer: Words(300).default('') }),
    answer: LetIn.extend({ learner: Person }),
    statuses: [201],
    problems: ['not-found', 'invitation-over', 'own-invitation'],
  }),
  declineAsk: endpoint('declineAsk', {
    summary: 'I will not mentor them, with a sentence if I like',
    access: 'member',
    params: IdPath,
    body: MaybeToken.extend({ answer: Words(300).default('') }),
    answer: null,
    problems: ['not-found', 'invitation-over'],
  }),
};
