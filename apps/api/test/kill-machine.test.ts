import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { EndpointName } from '@waymark/contract';
import { expect, it } from 'vitest';
import { aboutReview, Notification } from '../src/features/notifications/notifications.model.js';
import { Project } from '../src/features/projects/projects.model.js';
import { Review, ReviewEventEntry } from '../src/features/reviews/reviews.model.js';
import { Revision } from '../src/features/reviews/revisions.model.js';
import { Verdict } from '../src/features/reviews/verdicts.model.js';
import { askForReview, finishedProject, type Member, mentored, setTopic } from './build.js';
import { type Asking, clientOf } from './client.js';
import { howOften } from './how-often.js';
import { testDatabaseUri } from './name-database.js';
import { approval, at, coreTopics, seen } from './reviewing.js';
import { startApp } from './start.js';

const app = await startApp();
const [first] = coreTopics(app);

/** A learner with something to show and their mentor, for one act alone: what a killed process leaves locked is theirs. */
async function newPair() {
  const { mentor, learner } = await mentored(app);
  await setTopic(learner, first, { state: 'done' });
  return { mentor, learner };
}

type Pair = Awaited<ReturnType<typeof newPair>>;

/** An act, by whom, on what, and what must be true of the review after it. */
interface Act {
  by: keyof Pair;
  name: EndpointName;
  /** Brings a review to where the act can be done, and says what to ask. */
  prepare: (pair: Pair) => Promise<{ projectId: string; asking: Asking }>;
  after: { state: string; events: number; revisions: number; verdicts: number; told: 'learner' | 'mentor' };
}

async function begin({ learner }: Pair) {
  const project = await finishedProject(learner, [first]);
  return { project, review: await askForReview(learner, project.id) };
}

async function claimed(pair: Pair) {
  const { project, review } = await begin(pair);
  return { project, review: await pair.mentor.ok('claimReview', at(review.id)) };
}

const acts: Record<string, Act> = {
  'ask for a review': {
    by: 'learner',
    name: 'askForReview',
    async prepare({ learner }) {
      const project = await finishedProject(learner, [first]);
      return { projectId: project.id, asking: { params: { id: project.id }, body: { question: 'Is it sound?' } } };
    },
    after: { state: 'requested', events: 1, revisions: 1, verdicts: 0, told: 'mentor' },
  },
  claim: {
    by: 'mentor',
    name: 'claimReview',
    async prepare(pair) {
      const { project, review } = await begin(pair);
      return { projectId: project.id, asking: at(review.id) };
    },
    after: { state: 'in_review', events: 2, revisions: 1, verdicts: 0, told: 'learner' },
  },
  approve: {
    by: 'mentor',
    name: 'giveVerdict',
    async prepare(pair) {
      const { project, review } = await claimed(pair);
      return { projectId: project.id, asking: { ...at(review.id), body: approval([first]) } };
    },
    after: { state: 'approved', events: 3, revisions: 1, verdicts: 1, told: 'learner' },
  },
  'show it as it is now': {
    by: 'learner',
    name: 'resubmit',
    async prepare(pair) {
      const { project, review } = await claimed(pair);
      return { projectId: project.id, asking: seen(review) };
    },
    after: { state: 'in_review', events: 3, revisions: 2, verdicts: 0, told: 'mentor' },
  },
  withdraw: {
    by: 'learner',
    name: 'withdrawReview',
    async prepare(pair) {
      const { project, review } = await claimed(pair);
      return { projectId: project.id, asking: seen(review) };
    },
    after: { state: 'withdrawn', events: 3, revisions: 1, verdicts: 0, told: 'mentor' },
  },
};

/** The API in a process that dies before the n-th command it would send to the database. */
async function startVictim(killAt: number) {
  const uri = new URL(testDatabaseUri());
  uri.searchParams.set('monitorCommands', 'true');
  const { keys, env } = app.deps;
  const secretOf = (name: 'refresh' | 'pepper' | 'seal') => keys[name].export().toString('base64');
  const secrets = {
    signing: keys.signing.key.export().toString('base64'),
    ...{ refresh: secretOf('refresh'), pepper: secretOf('pepper'), seal: secretOf('seal') },
  };
  const told = {
    uri: String(uri),
    now: app.now().getTime(),
    publicUrl: env.publicUrl,
    killAt,
    kid: keys.signing.kid,
    secrets,
  };
  const file = fileURLToPath(new URL('kill-server.ts', import.meta.url));
  const child = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', file, JSON.stringify(told)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const { value: address } = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next();
  return {
    address: address as string,
    /** Whether it was killed, or had nothing more to do. */
    async end() {
      child.stdin.end();
      const [, signal] = await ended;
      return signal === 'SIGKILL';
    },
  };
}

/** What the database holds of an act, which must be all of it or nothing. */
async function standing(projectId: string) {
  const reviews = await Review.find({ projectId }).lean();
  const reviewId = reviews[0]?._id;
  const project = await Project.findById(projectId).lean();
  return {
    reviews: reviews.map(({ state, version }) => ({ state, version })),
    events: await ReviewEventEntry.countDocuments({ reviewId: reviewId ?? null }),
    revisions: await Revision.countDocuments({ projectId }),
    numbered: project?.revisions ?? 0,
    verdicts: await Verdict.countDocuments({ projectId }),
    met: (project?.verdicts ?? []).filter(({ verdict }) => verdict === 'met').length,
    told: await Notification.countDocuments({ about: aboutReview(reviewId) }),
  };
}

/** As a client does: again with the same key, as long as the server asks for patience. */
async function retry(by: Member, name: EndpointName, asking: Asking) {
  for (let tries = 1; ; tries += 1) {
    const answer = await by.call(name, asking);
    if (answer.status !== 503 || tries === 5) return answer;
    await wait(Number(answer.headers['retry-after']) * 1000);
  }
}

/** Mulberry32, small: the same seed kills at the same places. */
function places(seed: number, count: number): number[] {
  let state = seed >>> 0;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return 1 + ((state >>> 8) % 24);
  });
}

// `npm test` kills each act twice; `npm run prove -- kill` as often as it is told.
const rounds = process.env.WAYMARK_PROVE_RUNS ? howOften.numRuns : 2;
const cases = Object.keys(acts).flatMap((name, place) =>
  places(howOften.seed + place, rounds).map((killAt): [string, number] => [name, killAt]),
);

// Most of their time is spent waiting for what was killed to be given up.
it.concurrent.each(cases)(
  '%s, killed before its command number %i: done once after one retry',
  async (name, killAt) => {
    const act = acts[name];
    if (!act) throw new Error('no such act');
    const pair = await newPair();
    const by = pair[act.by];
    const { projectId, asking } = await act.prepare(pair);
    const before = await standing(projectId);
    const victim = await startVictim(killAt);
    const headers = { ...asking.headers, 'idempotency-key': randomUUID() };
    const dying = clientOf({ ...app, address: victim.address }, by.token, by.cookie);
    const answer = await dying.call(act.name, { ...asking, headers }).catch(() => null);
    const wasKilled = await victim.end();
    expect(answer === null, 'no answer came from who was killed').toBe(wasKilled);

    // Nothing of it, or all of it: never a part.
    const { state, events, revisions, verdicts } = act.after;
    const half = await standing(projectId);
    const isDone = half.events === events;
    if (!isDone) expect(half).toEqual(before);
    const retried = await retry(by, act.name, { ...asking, headers });
    expect(retried.status, retried.text.slice(0, 300)).toBeLessThan(300);
    const after = await standing(projectId);
    expect(after).toMatchObject({
      reviews: [{ state }],
      events,
      revisions,
      numbered: revisions,
      verdicts,
      met: verdicts,
    });
    expect(after.reviews[0]?.version).toBe(events);
    if (isDone) expect(after).toEqual(half);
    const review = await by.ok('readReview', at(String((await Review.findOne({ projectId }).lean())?._id)));
    expect(review.events).toHaveLength(events);
  },
  120_000,
);
