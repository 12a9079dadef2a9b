import type { instance } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { createLimiter } from '../../http/limits.js';
import { unavailable } from '../../http/problem.js';
import { reply } from '../../http/reply.js';
import type { Handlers } from '../../http/route.js';
import { retryGivenUp } from '../../jobs/given-up.js';
import { listProviders } from '../identities/providers.js';
import { mailKind } from '../mail/queue-letter.js';
import { createTestMail } from '../mail/send-test-mail.js';
import { hasOwner } from '../members/owners.js';
import { recordAudit } from './audit.model.js';
import { changeSettings } from './change-settings.js';
import { claimInstance } from './claim-instance.js';
import { watchEventLoop } from './event-loop.js';
import { exportAudit } from './export-audit.js';
import { listAudit } from './list-audit.js';
import { readHealth } from './read-health.js';
import { readSettings } from './settings.model.js';

const patienceMs = 1500;

export function instanceHandlers(deps: Deps, state: { isStopping: boolean }): Handlers<typeof instance> {
  const claims = createLimiter(deps, 'claim', 20, 900);
  watchEventLoop();

  return {
    async readLiveness() {
      return { status: 'live' };
    },
    async readReadiness() {
      if (state.isStopping) throw unavailable('Waymark is stopping.', 5);
      if (!(await canWrite(deps))) throw unavailable('The database does not answer.', 2);
      return { status: 'ready' };
    },
    async readInstance() {
      const [settings, isOwned] = await Promise.all([readSettings(), hasOwner()]);
      const { name, welcome, blaze, twoFactor } = settings;
      const { who, verifiedFirst } = settings.signUp;
      const mail = mailKind(deps.env);
      const providers = listProviders(deps.env);
      return { name, welcome, blaze, signUp: { who, verifiedFirst }, twoFactor, mail, providers, hasOwner: isOwned };
    },
    async claimInstance({ body, viewer, client, now }) {
      await claims.take(client.address);
      await claimInstance(deps, { accountId: viewer.id, token: body.token, client }, now);
      return undefined;
    },

    async readSettings() {
      const settings = await readSettings();
      return reply(settings, { version: settings.version });
    },
    async changeSettings(call) {
      const settings = await changeSettings(deps, call);
      return reply(settings, { version: settings.version });
    },
    readHealth: ({ now }) => readHealth(deps, now),
    async retryJobs({ body, viewer, client, now }) {
      const count = await retryGivenUp(body.kind, now);
      const detail = { kind: body.kind, count: String(count) };
      if (count > 0) await recordAudit('jobs-retried', { actor: viewer.id, client, detail }, now);
      return { count };
    },
    sendTestMail: createTestMail(deps),

    listAudit: ({ query }) => listAudit(query),
    async exportAudit({ query, viewer, client, now }) {
      const detail = Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]));
      await recordAudit('audit-exported', { actor: viewer.id, client, detail }, now);
      const headers = { 'Content-Disposition': 'attachment; filename="waymark-audit.csv"' };
      return reply(exportAudit(query), { headers });
    },
  };
}

/** Asks the primary; a database that has lost its majority has none. */
async function canWrite(deps: Deps): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const hello = deps.connection
    .getClient()
    .db('admin')
    .command({ hello: 1 })
    .then((answer) => answer.isWritablePrimary === true);
  const tooLong = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), patienceMs);
  });
  try {
    return await Promise.race([hello.catch(() => false), tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
