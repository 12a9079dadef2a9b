import type { Answer, identities } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import { type Reply, reply } from '../../http/reply.js';
import type { Call, Client } from '../../http/route.js';
import { refused, type Viewer } from '../../http/viewer.js';
import { requireStepUp } from '../accounts/step-up.js';
import { beginAttempt } from './attempts.js';
import { bindBrowser } from './browser-cookie.js';
import { Identity } from './identities.model.js';
import type { Provider } from './provider.js';

type Start = (typeof identities)['startIdentity'];
type Starting = Pick<Call<Start>, 'body' | 'client' | 'findViewer' | 'now'>;

/** Binds an attempt to this browser and says where to send it. Throws where who asks may not do what it is for. */
export async function startIdentity(
  deps: Deps,
  provider: Provider,
  { body, client, findViewer, now }: Starting,
): Promise<Reply<Answer<Start>>> {
  requirePublicAddress(deps, client);
  const { purpose, next, staySignedIn, invitation } = body;
  const viewer = purpose === 'sign-in' ? undefined : await findViewer();
  if (purpose !== 'sign-in' && !viewer) throw refused();
  if (purpose === 'link' && viewer) await requireLinkable(viewer, now);
  if (purpose === 'step-up' && viewer) await requireLinked(viewer, provider);
  const { hash: browser, setCookie } = bindBrowser(deps.env, client.cookies);
  const attempt = { provider: provider.id, browser, purpose, accountId: viewer?.id, next, staySignedIn, invitation };
  const journey = await beginAttempt(deps, attempt, now);
  const url = await provider.authorizationUrl(journey, purpose === 'step-up');
  return reply({ url }, { setCookies: [setCookie] });
}

async function requireLinkable(viewer: Viewer, now: Date): Promise<void> {
  if (viewer.needsTwoFactor) throw new Problem('two-factor-required');
  await requireStepUp(viewer, now);
}

async function requireLinked(viewer: Viewer, { id, name }: Provider): Promise<void> {
  if (await Identity.exists({ accountId: viewer.id, provider: id })) return;
  throw new Problem('not-found', { detail: `Nothing of ${name} is linked to your account.` });
}

/** On this machine localhost and 127.0.0.1 are one origin, yet have their cookies apart: the way back leads to one. */
function requirePublicAddress({ env }: Deps, { host }: Client): void {
  const asked = `http://${host}`;
  if (asked === env.publicUrl || !env.publicOrigins.includes(asked)) return;
  throw new Problem('bad-request', { detail: `Open Waymark at ${env.publicUrl} and begin there.` });
}
