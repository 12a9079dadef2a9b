import type { mentorInvitations, rosters } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import type { Handlers } from '../../http/route.js';
import { createLinkLimit } from '../credentials/address-limits.js';
import { learnerDay } from '../progress/learner-day.js';
import { createLetterLimits } from './letter-limits.js';
import { declineLink, openLink } from './letter-links.js';
import { acceptInvitation, declineInvitation, listReceived } from './received-invitations.js';
import { inviteRoster, previewRoster } from './rosters.js';
import { inviteLearner, listSent, resendInvitation, revokeInvitation } from './sent-invitations.js';

export function mentorInvitationsHandlers(deps: Deps): Handlers<typeof mentorInvitations> {
  const limits = createLetterLimits(deps);
  const linkTries = createLinkLimit(deps);

  return {
    async listMentorInvitations({ query, viewer, now }) {
      return listSent(viewer.id, query, now);
    },

    async inviteLearner(call) {
      return inviteLearner(deps, limits, call);
    },

    async resendMentorInvitation(call) {
      return resendInvitation(deps, limits, call);
    },

    async revokeMentorInvitation({ params, viewer, now }) {
      await revokeInvitation(params.id, viewer.id, now);
      return undefined;
    },

    async listReceivedInvitations({ query, viewer, now }) {
      return listReceived(viewer.id, query, now);
    },

    async acceptMentorInvitation({ params, body, viewer, timeZone, now }) {
      const today = await learnerDay(timeZone, viewer.id, now);
      const { token, consent } = body;
      return acceptInvitation(deps, { id: params.id, token, consent, learnerId: viewer.id, today, now });
    },

    async declineMentorInvitation({ params, body, viewer, now }) {
      await declineInvitation(params.id, viewer.id, body.token, now);
      return undefined;
    },

    async openMentorLink({ body, client, now }) {
      await linkTries.take(client.address);
      return openLink(body.token, now);
    },

    async declineMentorLink({ body, client, now }) {
      await linkTries.take(client.address);
      await declineLink(deps, body.token, now);
      return undefined;
    },
  };
}

export function rostersHandlers(deps: Deps): Handlers<typeof rosters> {
  const limits = createLetterLimits(deps);
  const partOf = ({ params, body, viewer, now }: RosterCall) => ({
    ...{ cohortId: params.id, viewerId: viewer.id, lines: body.lines, now },
  });

  return {
    async previewRoster(call) {
      return previewRoster(deps, limits, partOf(call));
    },

    async inviteRoster(call) {
      return inviteRoster(deps, limits, partOf(call));
    },
  };
}

type RosterCall = Pick<Parameters<Handlers<typeof rosters>['inviteRoster']>[0], 'params' | 'body' | 'viewer' | 'now'>;
