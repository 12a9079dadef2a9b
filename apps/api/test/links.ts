import { answerAddressRequests } from '../src/features/credentials/answer-address-requests.js';
import { SettingsDocument } from '../src/features/instance/settings.model.js';
import { letterTo } from './letters.js';
import type { TestApp } from './start.js';

/** What was asked for addresses so far is answered, as each second in the product; then the newest letter's token. */
export async function tokenFor(app: TestApp, email: string, kind: string): Promise<string> {
  await answerAddressRequests(app.deps, app.now());
  const { url } = await letterTo(app, email, kind);
  return url.slice(url.lastIndexOf('/') + 1);
}

interface Policy {
  who: 'anyone' | 'invited' | 'domains';
  domains: string[];
  verifiedFirst: boolean;
}

/** Who may sign up, as the owner says in the settings. Give the test file a database of its own. */
export async function setSignUp(policy: Partial<Policy>): Promise<void> {
  const signUp = { who: 'anyone', domains: [], verifiedFirst: false, ...policy };
  await SettingsDocument.replaceOne(
    { _id: 'settings' },
    { name: 'Waymark', welcome: '', blaze: 'amber', twoFactor: 'optional', version: 1, signUp },
    { upsert: true },
  );
}
