import { deliverInvitations } from '../src/features/mentor-invitations/deliver.js';
import { confirm, everything, type Member, newEmail, signUp } from './build.js';
import { letterTo } from './letters.js';
import type { TestApp } from './start.js';

export const tokenOf = (url: string) => /\/mentoring\/invitations\/([\w-]{43})$/.exec(url)?.[1] ?? '';

/** What the tests of invitations do again and again. */
export function invitingIn(app: TestApp) {
  const deliver = () => deliverInvitations(app.deps, app.now());

  /** Invites a new address, or this one; with the token of its letter. */
  async function invite(mentor: Member, { email = newEmail(), cohortId = null as string | null } = {}) {
    const body = { email, name: 'Lea', cohortId, ...(cohortId === null && { roadmap: 'backend' }) };
    const invitation = await mentor.ok('inviteLearner', { body });
    return { invitation, email, token: tokenOf((await letterTo(app, email, 'mentor-invitation')).url) };
  }

  function accept(learner: Member, id: string, token?: string, consent = everything) {
    return learner.call('acceptMentorInvitation', { params: { id }, body: { consent, ...(token && { token }) } });
  }

  function ask(learner: Member, to: string, more: Record<string, unknown> = {}) {
    const body = { to, roadmap: 'backend', sentence: 'I would like to build an API', consent: everything, ...more };
    return learner.call('askToMentor', { body });
  }

  /** A member with a confirmed address. */
  const confirmed = async (name: string, email = newEmail()) => confirm(await signUp(app, { name, email }));

  return { deliver, invite, accept, ask, confirmed };
}
