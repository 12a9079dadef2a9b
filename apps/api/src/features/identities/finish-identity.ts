import type { Answer, identities } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import { type Reply, reply } from '../../http/reply.js';
import type { Call } from '../../http/route.js';
import { refused, type Viewer } from '../../http/viewer.js';
import { enter } from '../accounts/enter.js';
import type { Sessions } from '../accounts/sessions.js';
import { Session } from '../accounts/sessions.model.js';
import { recordAudit } from '../instance/audit.model.js';
import { type Attempt, attemptEnded, endAttempt, keepForCode, takeAttempt } from './attempts.js';
import { findOrMakeMember } from './find-or-make-member.js';
import { Identity } from './identities.model.js';
import { linkIdentity } from './link-identity.js';
import type { Proved, Provider } from './provider.js';

type Finish = (typeof identities)['finishIdentity'];
type Finishing = Pick<Call<Finish>, 'body' | 'client' | 'findViewer' | 'timeZone' | 'now'>;
type Finished = Reply<Answer<Finish>>;

/** After these the same way back may be gone once more, with another code. */
const passing = ['code-required', 'wrong-code', 'too-many-requests', 'unavailable'];

/** Takes up the attempt that the browser comes back with, asks the provider who it is, and does what it was for. */
export async function finishIdentity(
  deps: Deps,
  sessions: Sessions,
  provider: Provider,
  call: Finishing,
): Promise<Finished> {
  const { body, client, findViewer, now } = call;
  const state = new URLSearchParams(body.query).getAll('state');
  if (state.length !== 1 || !state[0]) throw attemptEnded();
  const attempt = await takeAttempt(deps, { provider: provider.id, state: state[0], client }, now);
  const proved = attempt.proved ?? (await identify(provider, attempt, body.query, now));
  if (attempt.purpose === 'sign-in') return signIn(deps, sessions, { provider, attempt, proved, call });
  await endAttempt(attempt);
  const viewer = await findViewer();
  // Whoever began is who comes back: another member in between gets nothing linked that is not theirs.
  if (!viewer || viewer.id !== String(attempt.accountId)) throw refused();
  if (attempt.purpose === 'link') await linkIdentity(deps, { provider, proved, accountId: viewer.id, client }, now);
  else await stepUp(provider, proved, viewer, call);
  const { purpose, next } = attempt;
  return reply({ purpose, next, signedIn: null }, {});
}

async function identify(provider: Provider, attempt: Attempt, query: string, now: Date): Promise<Proved> {
  const seconds = Math.ceil((now.getTime() - attempt.createdAt.getTime()) / 1000);
  try {
    return await provider.identify(attempt.journey, query, attempt.purpose === 'step-up' ? seconds : undefined);
  } catch (error) {
    await endAttempt(attempt);
    throw error;
  }
}

interface Entering {
  provider: Provider;
  attempt: Attempt;
  proved: Proved;
  call: Finishing;
}

async function signIn(deps: Deps, sessions: Sessions, entering: Entering): Promise<Finished> {
  const { provider, attempt, proved, call } = entering;
  const { client, now, timeZone = 'UTC', body } = call;
  const { invitation, staySignedIn } = attempt;
  try {
    const { account, isNew } = await findOrMakeMember(deps, { provider, proved, invitation, timeZone }, now);
    if (account.eraseAfter) {
      const detail = { by: provider.id, reason: 'deleted' };
      await recordAudit('sign-in-refused', { actor: account._id, client, detail }, now);
      throw new Problem('account-disabled', { detail: 'You deleted it. The link in the mail about that keeps it.' });
    }
    const by = isNew ? 'sign-up' : provider.id;
    const entered = await enter(deps, sessions, { account, client, staySignedIn, code: body.code, by }, now);
    await endAttempt(attempt);
    return reply({ purpose: 'sign-in', next: attempt.next, signedIn: entered.body }, entered.more);
  } catch (error) {
    const mayComeAgain = !(error instanceof Problem) || passing.includes(error.code);
    const wasWrong = error instanceof Problem && error.code === 'wrong-code';
    if (mayComeAgain) await keepForCode(deps, attempt, proved, wasWrong);
    else await endAttempt(attempt);
    throw error;
  }
}

/** The same person has signed in there again: it counts as the password given again. */
async function stepUp(
  provider: Provider,
  { subject }: Proved,
  viewer: Viewer,
  { client, now }: Finishing,
): Promise<void> {
  const isTheirs = await Identity.exists({ provider: provider.id, subject, accountId: viewer.id });
  if (!isTheirs) {
    await recordAudit('step-up-refused', { actor: viewer.id, client, detail: { provider: provider.id } }, now);
    const detail = `You came back from ${provider.name} as somebody else. Sign in there as who is linked here.`;
    throw new Problem('not-allowed', { detail });
  }
  await Session.updateOne({ _id: viewer.sessionId, accountId: viewer.id }, { $set: { provedAt: now } });
}
