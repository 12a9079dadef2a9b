import type { instance, Settings } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import type { Call } from '../../http/route.js';
import { checkVersion } from '../../http/version.js';
import { mailKind } from '../mail/queue-letter.js';
import { recordAudit } from './audit.model.js';
import { readSettings, SettingsDocument } from './settings.model.js';

type Changing = Pick<Call<typeof instance.changeSettings>, 'body' | 'viewer' | 'client' | 'ifMatch' | 'now'>;

/** Changes what is named, under the version that was read, in the transaction of the route. */
export async function changeSettings(deps: Deps, { body, viewer, client, ifMatch, now }: Changing): Promise<Settings> {
  const before = await readSettings();
  checkVersion(ifMatch, before.version, () => before);
  const signUp = body.signUp ? settleSignUp(deps, body.signUp) : before.signUp;
  // What was not named is not there at all: the schema leaves no `undefined`.
  const after = { ...before, ...body, signUp } as Settings;
  const detail = describeChanges(before, after);
  if (detail.fields === '') return before;
  after.version += 1;
  const { version, ...values } = after;
  // Two who are first at once: one inserts it, the other finds it when its transaction is run again.
  const written = await SettingsDocument.updateOne(
    { _id: 'settings', version: before.version },
    { $set: { ...values, version } },
    { upsert: version === 2 },
  );
  if (written.matchedCount + written.upsertedCount === 0) throw new Problem('conflict');
  await recordAudit('settings-changed', { actor: viewer.id, client, detail }, now);
  return after;
}

/** Addresses are proven by mail, so a policy that asks for proof needs mail; what asks by domain always wants proof. */
function settleSignUp(deps: Deps, signUp: Settings['signUp']): Settings['signUp'] {
  const settled = {
    ...signUp,
    domains: [...new Set(signUp.domains)],
    verifiedFirst: signUp.verifiedFirst || signUp.who === 'domains',
  };
  if (settled.who === 'domains' && settled.domains.length === 0) {
    const message = 'Name at least one domain whose addresses may sign up';
    throw new Problem('invalid', { errors: [{ path: 'signUp.domains', message }] });
  }
  if (settled.verifiedFirst && mailKind(deps.env) === 'none') {
    throw new Problem('no-mail', { detail: 'An address can be confirmed by mail alone. Set WAYMARK_SMTP_URL first.' });
  }
  return settled;
}

/** What decides about members, as one text each; the rest (name, welcome) is named and not repeated. */
const policies: Record<string, (settings: Settings) => string> = {
  signUp: ({ signUp }) => signUp.who,
  domains: ({ signUp }) => signUp.domains.join(' '),
  verifiedFirst: ({ signUp }) => String(signUp.verifiedFirst),
  twoFactor: ({ twoFactor }) => twoFactor,
};
const others = ['name', 'welcome', 'blaze'] as const;
const longest = 1000;

function describeChanges(before: Settings, after: Settings): Record<string, string> & { fields: string } {
  const values = Object.entries(policies).flatMap(([name, read]) => {
    const [was, is] = [read(before), read(after)];
    return was === is ? [] : [[name, `${was} → ${is}`.slice(0, longest)] as const];
  });
  const named = others.filter((name) => before[name] !== after[name]);
  return { ...Object.fromEntries(values), fields: [...named, ...values.map(([name]) => name)].join(', ') };
}
