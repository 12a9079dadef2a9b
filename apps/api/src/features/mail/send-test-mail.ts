import type { Deps } from '../../deps.js';
import { createLimiter } from '../../http/limits.js';
import { Problem } from '../../http/problem.js';
import type { Viewer } from '../../http/viewer.js';
import { getAccount } from '../accounts/account-answer.js';
import { readSettings } from '../instance/settings.model.js';
import { letters } from './letters.js';
import { mailKind, queueLetter } from './queue-letter.js';

const triesPerHour = 5;
const hourSeconds = 3600;

/** A letter to an owner's own address. Whether it came is for them to see; the health page tells what went wrong. */
export function createTestMail(deps: Deps) {
  const limiter = createLimiter(deps, 'test-mail', triesPerHour, hourSeconds);
  return async ({ viewer, now }: { viewer: Viewer; now: Date }): Promise<{ to: string }> => {
    if (mailKind(deps.env) === 'none') {
      throw new Problem('no-mail', { detail: 'Name a mail server with WAYMARK_SMTP_URL and start Waymark again.' });
    }
    await limiter.take(viewer.id);
    const [{ name, email }, settings] = await Promise.all([getAccount(viewer.id), readSettings()]);
    await queueLetter(deps, email, letters.test({ name, instance: settings.name, url: deps.env.publicUrl }), now);
    return { to: email };
  };
}
