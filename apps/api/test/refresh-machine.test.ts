import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Session } from '../src/features/accounts/sessions.model.js';
import { Audit } from '../src/features/instance/audit.model.js';
import { cookieOf, signInAgain, signUp } from './build.js';
import { clientOf } from './client.js';
import { howOften, timeFor } from './how-often.js';
import { day, hour, minute, second, startApp } from './start.js';

const app = await startApp();

/** What one session is, by the promises alone: no database, no tokens but those that were seen. */
interface Model {
  isAlive: boolean;
  /** Every cookie that was given, the first to the newest: `cookies[generation]`. */
  cookies: string[];
  rotatedAt: number;
  createdAt: number;
  idleEndsAt: number;
  staySignedIn: boolean;
  /** The newest access token, and when it was signed. */
  token: string;
  tokenAt: number;
  wasReused: boolean;
}

const steps = fc.array(
  fc.oneof(
    // Mostly the newest, often the one before, sometimes one that is older: as many generations back.
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant('refresh' as const),
        back: fc.constantFrom(0, 0, 0, 1, 1, 2, 3),
        atOnce: fc.constantFrom(1, 1, 1, 2, 4),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('forge' as const), back: fc.constantFrom(-1, 0, 1) }) },
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('advance' as const),
        ms: fc.constantFrom(
          1,
          second,
          29 * second,
          30 * second,
          30 * second + 1,
          9 * minute,
          11 * hour,
          12 * hour,
          13 * day,
          14 * day,
        ),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('sign out' as const), back: fc.constantFrom(0, 0, 1, 5) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('read' as const) }) },
  ),
  { maxLength: 25, size: 'max' },
);

type Steps = typeof steps extends fc.Arbitrary<infer S> ? S : never;

/** To the millisecond, where chance seldom comes: the one before, thirty seconds later and a moment more. */
const atTheEdge: [Steps, boolean][] = [30 * second, 30 * second + 1].map((ms) => [
  [{ do: 'refresh', back: 0, atOnce: 1 }, { do: 'advance', ms }, { do: 'refresh', back: 1, atOnce: 2 }, { do: 'read' }],
  true,
]);

const now = () => app.now().getTime();

function idleEnd({ staySignedIn, createdAt }: Pick<Model, 'staySignedIn' | 'createdAt'>, at: number): number {
  const [idle, whole] = staySignedIn ? [14 * day, 30 * day] : [12 * hour, 24 * hour];
  return Math.min(at + idle, createdAt + whole);
}

const isLive = (model: Model) => model.isAlive && model.idleEndsAt > now();

/** What a token of so many generations back is answered, and what it does to the session. */
function expectRefresh(model: Model, back: number): 'rotates' | 'again' | 'refused' {
  if (!isLive(model)) return 'refused';
  if (back === 0) return 'rotates';
  if (back === 1 && now() - model.rotatedAt <= 30 * second) return 'again';
  return 'refused';
}

async function refresh(model: Model, back: number, atOnce: number): Promise<void> {
  const place = Math.max(0, model.cookies.length - 1 - back);
  const reallyBack = model.cookies.length - 1 - place;
  const wanted = expectRefresh(model, reallyBack);
  const wasLive = isLive(model);
  const client = clientOf(app, undefined, model.cookies[place]);
  const answers = await Promise.all(Array.from({ length: atOnce }, () => client.call('refreshSession')));
  const given = new Set(answers.map(({ headers }) => cookieOf(headers['set-cookie'])));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([wanted === 'refused' ? 401 : 200]));
  expect(given.size, 'all that come at once get the same').toBe(1);
  const [cookie = ''] = given;
  if (wanted === 'refused') {
    expect(cookie).toBe('waymark=');
    // A token that was once good and is not the newest any more: the session is nobody's.
    if (wasLive) Object.assign(model, { isAlive: false, wasReused: true });
    return;
  }
  if (wanted === 'again') expect(cookie).toBe(model.cookies.at(-1));
  if (wanted === 'rotates') {
    expect(model.cookies).not.toContain(cookie);
    model.cookies.push(cookie);
    Object.assign(model, { rotatedAt: now(), idleEndsAt: idleEnd(model, now()) });
  }
  Object.assign(model, { token: answers[0]?.body.accessToken ?? '', tokenAt: now() });
}

/** With one character of the HMAC changed, or of a generation that was never given. */
async function forge(model: Model, back: number): Promise<void> {
  const newest = model.cookies.at(-1) ?? '';
  const [family, generation, mac = ''] = newest.split('.');
  const changed = `${mac.slice(0, -2)}${mac.at(-2) === 'A' ? 'B' : 'A'}${mac.slice(-1)}`;
  const forged = back === 0 ? `${family}.${generation}.${changed}` : `${family}.${Number(generation) - back}.${mac}`;
  expect((await clientOf(app, undefined, forged).call('refreshSession')).status).toBe(401);
}

async function signOut(model: Model, back: number): Promise<void> {
  const cookie = model.cookies[Math.max(0, model.cookies.length - 1 - back)];
  // Whichever token of the session it is: who wants out, gets out.
  expect((await clientOf(app, undefined, cookie).call('signOut')).status).toBe(204);
  model.isAlive = false;
}

async function read(model: Model): Promise<void> {
  const isYoung = Math.floor(now() / 1000) < Math.floor(model.tokenAt / 1000) + 600;
  const { status } = await clientOf(app, model.token).call('readMe');
  expect(status).toBe(isLive(model) && isYoung ? 200 : 401);
}

it(
  'any sequence of refreshing, replaying, forging, waiting and signing out does what the model says',
  async () => {
    const member = await signUp(app);
    await fc.assert(
      fc.asyncProperty(steps, fc.boolean(), async (sequence, staySignedIn) => {
        const { token = '', cookie = '' } = await signInAgain(member, { staySignedIn });
        const begun = { staySignedIn, createdAt: now() };
        const model: Model = {
          ...begun,
          ...{ isAlive: true, cookies: [cookie], rotatedAt: now(), idleEndsAt: idleEnd(begun, now()) },
          ...{ token, tokenAt: now(), wasReused: false },
        };
        const before = await Audit.countDocuments({ event: 'refresh-token-reused' });
        for (const step of sequence) {
          if (step.do === 'refresh') await refresh(model, step.back, step.atOnce);
          if (step.do === 'forge') await forge(model, step.back);
          if (step.do === 'advance') app.advance(step.ms);
          if (step.do === 'sign out') await signOut(model, step.back);
          if (step.do === 'read') await read(model);
        }
        await read(model);
        const family = cookie.split('=')[1]?.split('.')[0] ?? '';
        if (!model.isAlive) expect(await Session.countDocuments({ _id: family })).toBe(0);
        expect(await Audit.countDocuments({ event: 'refresh-token-reused' })).toBe(before + Number(model.wasReused));
      }),
      { ...howOften, examples: atTheEdge },
    );
  },
  timeFor,
);
