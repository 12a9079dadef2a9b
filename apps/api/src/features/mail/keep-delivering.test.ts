import mongoose from 'mongoose';
import { beforeEach, expect, it } from 'vitest';
import { newEmail } from '../../../test/build.js';
import { startSmtp } from '../../../test/smtp.js';
import { startApp } from '../../../test/start.js';
import { keepDelivering } from './keep-delivering.js';
import { letters } from './letters.js';
import { Mail } from './mail.model.js';
import { queueLetter } from './queue-letter.js';

/** What the next recipient waits for. */
let gate = Promise.resolve();
let reached = () => {};
const smtp = await startSmtp({
  onRcptTo(_address, _session, done) {
    reached();
    gate.then(() => done());
  },
});
const app = await startApp({ smtpUrl: `smtp://127.0.0.1:${smtp.port}`, mailFrom: 'waymark@example.org' });

const sent = { sentAt: mongoose.trusted({ $ne: null }) };

beforeEach(() => Mail.deleteMany({}));

async function queue(): Promise<void> {
  const url = app.address;
  await queueLetter(app.deps, newEmail(), letters.test({ name: 'Ada', instance: 'Way Place', url }), app.now());
}

const once = () =>
  new Promise<void>((resolve) => {
    reached = resolve;
  });

it('delivers what is queued while it runs', async () => {
  const working = keepDelivering(app.deps);
  for (const round of [1, 2]) {
    const arrives = once();
    await queue();
    await arrives;
    await expect.poll(() => Mail.countDocuments(sent), { timeout: 10_000 }).toBe(round);
  }
  await working.stop();
});

it('ends the letter in flight when it is told to stop, and takes no other', async () => {
  let open = () => {};
  gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const arrives = once();
  await queue();
  const working = keepDelivering(app.deps);
  await arrives;
  await queue();
  await queue();
  let hasStopped = false;
  const stopping = working.stop().then(() => {
    hasStopped = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  expect(hasStopped).toBe(false);
  open();
  await stopping;
  expect(await Mail.countDocuments(sent)).toBe(1);
  expect(await Mail.countDocuments({ tries: 0 })).toBe(2);
});

it('goes on after the database failed it', async () => {
  await queue();
  let calls = 0;
  const now = () => {
    calls += 1;
    if (calls === 1) throw new Error('no clock');
    return app.now();
  };
  const working = keepDelivering({ ...app.deps, now });
  await expect.poll(() => app.logged().includes('delivering mail failed')).toBe(true);
  expect(app.logged()).toContain('no clock');
  await working.stop();
});
