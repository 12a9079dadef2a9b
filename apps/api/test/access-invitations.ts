import type { mentorAsks, mentorCodes, mentorInvitations, rosters } from '@waymark/contract';
import { noSuchLink, only, open, own, type Row, row } from './access-rows.js';
import type { World } from './access-world.js';
import { everything, newEmail } from './build.js';

const invitation = { param: 'id', of: (world: World) => world.invitationId };
const ask = { param: 'id', of: (world: World) => world.askId };
const empty = () => ({ body: {} });
const roster = () => ({ body: { lines: [{ name: 'Ada', email: newEmail() }] } });

type Names = keyof typeof mentorInvitations | keyof typeof mentorCodes | keyof typeof mentorAsks | keyof typeof rosters;

/** What each viewer may do about an invitation of the mentor, their code, and what the learner asks them. */
export const invitationRows: Record<Names, Row> = {
  listMentorInvitations: own(200),
  inviteLearner: own(201, { asking: () => ({ body: { email: newEmail(), cohortId: null, roadmap: 'backend' } }) }),
  resendMentorInvitation: only(['mentor'], 200, { theirs: invitation, alone: true }),
  revokeMentorInvitation: only(['mentor'], 204, { theirs: invitation, alone: true }),
  listReceivedInvitations: own(200),
  acceptMentorInvitation: only(['other'], 201, {
    asking: () => ({ body: { consent: everything } }),
    theirs: invitation,
    alone: true,
  }),
  declineMentorInvitation: only(['other'], 204, { asking: empty, theirs: invitation, alone: true }),
  openMentorLink: open(422, { asking: noSuchLink() }),
  declineMentorLink: open(422, { asking: noSuchLink() }),

  listMentorCodes: own(200),
  createMentorCode: own(201, { asking: () => ({ body: { roadmap: 'backend', uses: 3, expiresInDays: 7 } }) }),
  revokeMentorCode: only(['mentor'], 204, { theirs: { param: 'id', of: (world) => world.mentorCodeId }, alone: true }),
  previewCode: own(200, { asking: ({ code }) => ({ body: { code } }), alone: true }),
  acceptCode: row((viewer) => ({ stranger: 401, learner: 409, mentor: 409 })[viewer as string] ?? 201, {
    asking: ({ code }) => ({ body: { code, consent: everything } }),
    alone: true,
  }),

  askToMentor: own(201, {
    asking: () => ({ body: { to: newEmail(), roadmap: 'backend', sentence: 'Will you?', consent: everything } }),
  }),
  listMyAsks: own(200),
  withdrawAsk: only(['learner'], 204, { theirs: ask, alone: true }),
  listReceivedAsks: own(200),
  acceptAsk: only(['mentor'], 201, { asking: empty, theirs: ask, alone: true }),
  declineAsk: only(['mentor'], 204, { asking: empty, theirs: ask, alone: true }),

  previewRoster: only(['mentor'], 200, { asking: roster, theirs: { param: 'id', of: (world) => world.cohortId } }),
  inviteRoster: only(['mentor'], 200, {
    asking: roster,
    theirs: { param: 'id', of: (world) => world.cohortId },
    alone: true,
  }),
};
