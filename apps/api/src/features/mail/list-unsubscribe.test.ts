import { afterAll, expect, it } from 'vitest';
import { newEmail } from '../../../test/build.js';
import { everyLetter, opened, plainlyGiven } from '../../../test/every-letter.js';
import { startSmtp } from '../../../test/smtp.js';
import { startApp } from '../../../test/start.js';
import { deliverDue } from './deliver-mails.js';
import { queueLetter } from './queue-letter.js';
import { openTransport } from './smtp-transport.js';

const smtp = await startSmtp();
const app = await startApp({ smtpUrl: `smtp://127.0.0.1:${smtp.port}`, mailFrom: 'Waymark <waymark@example.org>' });
const transport = openTransport(app.deps.env);
afterAll(() => transport.close());

it('says how letters like it are ended, in one piece, where they can be', async () => {
  const { letter } = everyLetter.digest(plainlyGiven);
  await queueLetter(app.deps, newEmail(), letter, app.now());
  await queueLetter(app.deps, newEmail(), everyLetter.resetPassword(plainlyGiven).letter, app.now());
  await deliverDue(app.deps, transport);
  const headers = smtp.arrived.map((each) => [
    each.headers.get('list-unsubscribe'),
    each.headers.get('list-unsubscribe-post'),
  ]);
  expect(headers).toHaveLength(2);
  expect(headers).toEqual(
    expect.arrayContaining([
      [`<${opened('unsubscribe')}>`, 'List-Unsubscribe=One-Click'],
      [undefined, undefined],
    ]),
  );
});
