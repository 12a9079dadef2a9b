import type { members } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { createLimiter } from '../../http/limits.js';
import { Problem } from '../../http/problem.js';
import type { Handlers } from '../../http/route.js';
import type { Sessions } from '../accounts/sessions.js';
import { recordAudit } from '../instance/audit.model.js';
import { changeMember } from './change-member.js';
import { createInvitation, listInvitations, previewInvitation, revokeInvitation } from './invitations.js';
import { listMembers } from './list-members.js';
import { makeResetLink } from './make-reset-link.js';
import { findMember, memberRows } from './member-row.js';

export function membersHandlers(deps: Deps, sessions: Sessions): Handlers<typeof members> {
  const invitations = createLimiter(deps, 'invitation', 200, 3600);
  const previews = createLimiter(deps, 'invitation-preview', 60, 900);

  return {
    listMembers: ({ query, now }) => listMembers(query, now),

    async readMember({ params, now }) {
      const member = await findMember(params.id, now);
      const [row] = member ? await memberRows([member], now) : [];
      if (!row) throw new Problem('not-found');
      return row;
    },

    changeMember: (call) => changeMember(sessions, call),

    async endMemberSessions({ params, viewer, client, now }) {
      if (!(await findMember(params.id, now))) throw new Problem('not-found');
      await sessions.endAll(params.id);
      await recordAudit('sessions-ended', { actor: viewer.id, target: params.id, client }, now);
      return undefined;
    },

    makeResetLink: ({ params, viewer, client, now }) =>
      makeResetLink(deps, { memberId: params.id, viewer, client }, now),

    listInvitations: ({ query }) => listInvitations(query),

    async createInvitation(call) {
      await invitations.take(call.viewer.id);
      return createInvitation(deps, call);
    },

    async revokeInvitation(call) {
      await revokeInvitation(call);
      return undefined;
    },

    async previewInvitation({ body, client, now }) {
      await previews.take(client.address);
      return previewInvitation(body.token, now);
    },
  };
}
