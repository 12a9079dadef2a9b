import { createHash, randomUUID } from 'node:crypto';
import { type Choices, type Roadmap, summarise, type TopicState } from '@waymark/contract';
import fc from 'fast-check';
import mongoose from 'mongoose';
import { expect, it } from 'vitest';
// The one file of the web client that is proved here: it knows no browser.
import { createOutbox, type Operation, type Outbox, type OutboxStore } from '../../web/src/api/outbox.js';
import { Activity } from '../src/features/activity/activity.model.js';
import { Enrolment, type EnrolmentRecord } from '../src/features/progress/progress.model.js';
import { wayOf } from '../src/features/progress/way-of.js';
import { Project } from '../src/features/projects/projects.model.js';
import { Operation as OperationRecord } from '../src/http/once.js';
import { follow, type Member, renew, signUp } from './build.js';
import { howOften, timeFor } from './how-often.js';
import { backendOf, minute, startApp, type TestApp } from './start.js';

/** So many members at once, each with an app and a clock of their own. */
const apps = [await startApp(), await startApp(), await startApp(), await startApp()];

const states: readonly TopicState[] = ['not_started', 'learning', 'done', 'skipped'];
const device = fc.constantFrom(0, 1);
const topic = fc.nat({ max: 3 });
const state = fc.constantFrom(...states);

/** What can be done on a device. Another kind of write is one more line here and one in `inputs`. */
const act = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('state' as const), topic, state, known: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('states' as const), state }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('choice' as const), option: fc.nat({ max: 2 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('project' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('refused' as const), state }) },
);
/** What becomes of one request: it arrives; it, or its answer, is lost; the page ends before it is answered. */
const fate = fc.constantFrom(
  'ok' as const,
  'ok' as const,
  'lost' as const,
  'unanswered' as const,
  'busy' as const,
  'reload' as const,
);
const steps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ do: fc.constant('act' as const), device, act }) },
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constant('sync' as const), device, fates: fc.array(fate, { maxLength: 4 }) }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('reload' as const), device }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(1, 40, 900) }) },
  ),
  { maxLength: 14, size: 'max' },
);
const skews = fc.tuple(...[0, 1].map(() => fc.constantFrom(0, 0, -7_200_000, -1500, 1500, 7_200_000)));

type Step = typeof steps extends fc.Arbitrary<(infer S)[]> ? S : never;
type Act = Extract<Step, { do: 'act' }>['act'];
type Fate = Extract<Step, { do: 'sync' }>['fates'][number];

class Lost extends Error {}
class Refused extends Error {}

/** What the server must come to hold, by the promises alone: the later operation wins per topic, and each is done once. */
interface Oracle {
  topics: Map<string, { state: TopicState; known: boolean; clock: number; operation: string }>;
  choices: Choices;
  acts: number;
  projects: number;
  done: Map<string, Operation>;
}

interface Learner {
  app: TestApp;
  member: Member;
  roadmap: Roadmap;
  renewedAt: number;
  turn: Promise<unknown>;
}

interface Device {
  disk: Map<string, Operation>;
  outbox: Outbox;
  /** Everything that was done here, as it was shown. */
  made: Operation[];
  skew: number;
  fates: Fate[];
  isGone: boolean;
  /** The page ends, in the middle of whatever it does. */
  end: () => void;
  ended: Promise<void>;
}

const inputs: Record<
  Act['kind'],
  (act: never, roadmap: Roadmap, at: string) => Pick<Operation, 'name' | 'input' | 'lane'>
> = {
  state: ({ topic, state, known }: Extract<Act, { kind: 'state' }>, { slug, topics }, at) => ({
    lane: `progress:${slug}`,
    name: 'setTopic',
    input: { params: { slug, topicId: topics[topic]?.id }, body: { state, at, ...(state === 'done' && { known }) } },
  }),
  states: ({ state }: Extract<Act, { kind: 'states' }>, { slug, topics }, at) => ({
    lane: `progress:${slug}`,
    name: 'setTopics',
    input: {
      params: { slug },
      body: { topics: Object.fromEntries(topics.slice(1, 4).map(({ id }) => [id, { state, at }])) },
    },
  }),
  choice: ({ option }: Extract<Act, { kind: 'choice' }>, { slug, choices: [choice] }) => ({
    lane: `progress:${slug}`,
    name: 'putEnrolment',
    input: { params: { slug }, body: { choices: { [choice?.id ?? '']: [choice?.options[option]] } } },
  }),
  project: () => ({ lane: 'projects', name: 'createProject', input: { body: { title: 'Made on the train' } } }),
  refused: ({ state }: Extract<Act, { kind: 'refused' }>, { slug }, at) => ({
    lane: `progress:${slug}`,
    name: 'setTopic',
    input: { params: { slug, topicId: 'never-was' }, body: { state, at } },
  }),
};

const shortHash = (id: string) => createHash('sha256').update(id).digest('base64url').slice(0, 8);

/** The first time that an operation reaches the server. */
function happen(oracle: Oracle, operation: Operation, now: number): void {
  oracle.done.set(operation.id, operation);
  const { params, body } = operation.input as {
    params?: { topicId?: string };
    body: { state?: TopicState; at?: string; known?: boolean; topics?: Record<string, object>; choices?: Choices };
  };
  if (operation.name === 'createProject') oracle.projects += 1;
  Object.assign(oracle.choices, body.choices);
  const changes = body.topics ?? (params?.topicId && body.state ? { [params.topicId]: body } : {});
  for (const [id, change] of Object.entries(changes) as [string, typeof body][]) {
    const before = oracle.topics.get(id);
    if (!before || !change.state) continue;
    const asked = Date.parse(change.at ?? '');
    const clock = asked <= now ? asked : Math.max(now, before.clock + 1);
    const hash = shortHash(operation.id);
    if (clock < before.clock || (clock === before.clock && hash <= before.operation)) continue;
    const known = change.state === 'done' && (change.known ?? false);
    if (before.state !== change.state && !known) oracle.acts += 1;
    oracle.topics.set(id, { state: change.state, known, clock, operation: hash });
  }
}

const recordOf = async ({ member, roadmap }: Learner) =>
  (await Enrolment.findOne({ learnerId: member.id, roadmap: roadmap.slug }).lean<EnrolmentRecord>()) as EnrolmentRecord;

async function beginOracle(learner: Learner): Promise<Oracle> {
  const record = await recordOf(learner);
  return {
    topics: new Map(
      learner.roadmap.topics.slice(0, 4).map(({ id, ordinal }) => [
        id,
        {
          state: states[record.states[ordinal] ?? 0] ?? 'not_started',
          known: record.known[ordinal] ?? false,
          clock: record.clocks[ordinal] ?? 0,
          operation: record.operations[ordinal] ?? '',
        },
      ]),
    ),
    choices: { ...record.choices },
    acts: await Activity.countDocuments({ learnerId: learner.member.id, kind: 'topic' }),
    projects: await Project.countDocuments({ learnerId: learner.member.id }),
    done: new Map(),
  };
}

/** Sends as the client does: the operation's id is the key. What comes of it is the next fate. */
async function request(learner: Learner, oracle: Oracle, from: Device, operation: Operation): Promise<unknown> {
  const { app, member } = learner;
  const fate = from.fates.shift() ?? 'ok';
  // Time goes by on the way: two requests are never answered in one millisecond.
  app.advance(1);
  if (fate === 'lost' || fate === 'busy') throw new Lost();
  const answered = await member.call(operation.name, {
    ...operation.input,
    headers: { 'idempotency-key': operation.id },
  });
  if (answered.status >= 500) throw new Lost();
  if (answered.status >= 400) throw new Refused(answered.problem.code);
  if (!oracle.done.has(operation.id)) happen(oracle, operation, app.now().getTime());
  if (fate === 'unanswered') throw new Lost();
  if (fate === 'reload') from.end();
  return answered.body;
}

/** One after the other, so that the clock says when each was; a page that is gone asks nothing and hears nothing. */
function inTurn(learner: Learner, oracle: Oracle, from: Device, operation: Operation): Promise<unknown> {
  const asked = learner.turn.then(() => (from.isGone ? undefined : request(learner, oracle, from, operation)));
  learner.turn = asked.catch(() => undefined);
  const heard = () => (from.isGone ? new Promise(() => undefined) : asked);
  return asked.then(heard, heard);
}

function open(learner: Learner, oracle: Oracle, disk: Device['disk'], skew: number): Device {
  const store: OutboxStore = {
    load: async () => structuredClone([...disk.values()]),
    put: async (operation) => void disk.set(operation.id, structuredClone(operation)),
    remove: async (id) => void disk.delete(id),
  };
  let tell = () => {};
  const ended = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const end = () => {
    opened.isGone = true;
    tell();
  };
  // The outbox sends by this very device, so it is made a line later.
  const page = { fates: [], isGone: false, end, ended, outbox: undefined as unknown as Outbox };
  const opened: Device = { disk, made: [], skew, ...page };
  opened.outbox = createOutbox({
    account: learner.member.id,
    store,
    send: (operation) => inTurn(learner, oracle, opened, operation),
    judge: (error) =>
      error instanceof Refused ? { code: error.message, status: 404, title: 'There is nothing here' } : 'later',
  });
  return opened;
}

/** The page ends, wherever it is, and is opened again from what its disk holds. */
async function reload(learner: Learner, oracle: Oracle, before: Device): Promise<Device> {
  before.end();
  const after = open(learner, oracle, before.disk, before.skew);
  after.made = before.made;
  await after.outbox.restore();
  return after;
}

async function sync(learner: Learner, oracle: Oracle, at: Device, fates: readonly Fate[]): Promise<Device> {
  at.fates = [...fates];
  await Promise.race([at.outbox.drain(), at.ended]);
  at.fates = [];
  return at.isGone ? reload(learner, oracle, at) : at;
}

async function play(learner: Learner, sequence: readonly Step[], [first, second]: number[]): Promise<void> {
  const { app, roadmap, member } = learner;
  if (app.now().getTime() - learner.renewedAt > 5 * minute) {
    await renew(member);
    learner.renewedAt = app.now().getTime();
  }
  const oracle = await beginOracle(learner);
  const devices = [open(learner, oracle, new Map(), first ?? 0), open(learner, oracle, new Map(), second ?? 0)];
  const on = (place: number) => devices[place] as Device;
  for (const step of sequence) {
    app.advance(1);
    if (step.do === 'wait') app.advance(step.ms);
    if (step.do === 'act') {
      const here = on(step.device);
      const at = new Date(app.now().getTime() + here.skew).toISOString();
      // Each kind of act goes to its own maker: the table says so, its type cannot.
      const operation = { id: randomUUID(), at, ...inputs[step.act.kind](step.act as never, roadmap, at) };
      here.made.push({ ...operation, account: member.id });
      await here.outbox.add(operation).kept;
    }
    if (step.do === 'sync') devices[step.device] = await sync(learner, oracle, on(step.device), step.fates);
    if (step.do === 'reload') devices[step.device] = await reload(learner, oracle, on(step.device));
  }
  for (const place of [0, 1])
    devices[place] = await sync(learner, oracle, await reload(learner, oracle, on(place)), []);
  await expectEqual(learner, oracle, devices);
}

async function expectEqual(learner: Learner, oracle: Oracle, devices: readonly Device[]): Promise<void> {
  const { member, roadmap } = learner;
  const isRefused = ({ input }: Operation) =>
    (input as { params?: { topicId?: string } }).params?.topicId === 'never-was';
  for (const { outbox, made, disk } of devices) {
    expect(outbox.waiting(), 'nothing waits for ever').toEqual([]);
    const refused = made.filter(isRefused).map(({ id }) => id);
    expect(
      outbox.unmerged().map(({ id }) => id),
      'what was refused is kept',
    ).toEqual(refused);
    expect([...disk.keys()]).toEqual(refused);
    for (const lane of new Set(made.map((each) => each.lane))) {
      const isTaken = (each: Operation) => each.lane === lane && !isRefused(each);
      const order = [...oracle.done.values()].filter((each) => isTaken(each) && made.some(({ id }) => id === each.id));
      expect(
        order.map(({ id }) => id),
        'each once, in the order in which they were made',
      ).toEqual(made.filter(isTaken).map(({ id }) => id));
    }
  }
  const record = await recordOf(learner);
  const read = await member.ok('readEnrolment', { params: { slug: roadmap.slug } });
  for (const [id, { state, known }] of oracle.topics)
    expect([id, read.topics[id]]).toMatchObject([id, { state, known }]);
  expect(read.choices).toEqual(oracle.choices);
  expect(record.summary, 'the figures are those of the whole').toEqual(summarise(roadmap, wayOf(roadmap, record)));
  expect(await Activity.countDocuments({ learnerId: member.id, kind: 'topic' }), 'no act is counted twice').toBe(
    oracle.acts,
  );
  expect(await Project.countDocuments({ learnerId: member.id })).toBe(oracle.projects);
  const keys = [...oracle.done.keys()].map((id) => `${member.id}:${id}`);
  expect(await OperationRecord.countDocuments({ _id: mongoose.trusted({ $in: keys }) })).toBe(keys.length);
}

it(
  'whatever two devices do and however they lose the connection, both end as the server has it, and each act is done once',
  async () => {
    const run = async (app: TestApp, place: number) => {
      const member = await signUp(app);
      await follow(member);
      const learner = { app, member, roadmap: backendOf(app), renewedAt: app.now().getTime(), turn: Promise.resolve() };
      const numRuns = Math.ceil(howOften.numRuns / apps.length);
      const seed = howOften.seed + place;
      await fc.assert(
        fc.asyncProperty(steps, skews, (sequence, skew) => play(learner, sequence, skew)),
        { ...howOften, numRuns, seed },
      );
    };
    await Promise.all(apps.map(run));
    console.log(`${howOften.numRuns} sequences, seeds ${howOften.seed} to ${howOften.seed + apps.length - 1}`);
  },
  timeFor,
);
