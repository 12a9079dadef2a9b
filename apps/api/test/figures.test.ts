import {
  addDays,
  attentionWords,
  type Consent,
  dayIn,
  decileOf,
  endedWeek,
  isPaused,
  isPressing,
  standingOf,
  summarise,
  type ToldAttention,
} from '@waymark/contract';
import fc from 'fast-check';
import mongoose from 'mongoose';
import { expect, it } from 'vitest';
import { Account } from '../src/features/accounts/accounts.model.js';
import { Grant } from '../src/features/mentoring/grants.model.js';
import { keepInStep } from '../src/features/mentoring/keep-attention.js';
import { notifyDue } from '../src/features/notifications/keep-notifying.js';
import { Enrolment } from '../src/features/progress/progress.model.js';
import { Job } from '../src/jobs/jobs.model.js';
import { cohort, join, type Member, signUp } from './build.js';
import {
  attentionInLine,
  figuresOf,
  figuresOfLine,
  readLearnersLetter,
  readMentorsLetter,
  readOwn,
  readRoster,
} from './figures-places.js';
import { awake, cohortSize, perform, rest, type Step, steps, topicsOf } from './figures-steps.js';
import { howOften } from './how-often.js';
import { at } from './reviewing.js';
import { backendOf, day, hour, startApp } from './start.js';

const app = await startApp();
const backend = backendOf(app);
/** Six histories are one run; `npm test` does two dozen of them. */
const numRuns = Math.max(4, Math.ceil(howOften.numRuns / cohortSize));
const longestMs = 60_000 + numRuns * 10_000;
const zones = ['UTC', 'Asia/Tokyo', 'America/Los_Angeles', 'Europe/Berlin', 'Asia/Kolkata', 'America/New_York'];
const consents: Partial<Consent>[] = [{}, {}, {}, {}, { activity: false }, { projects: false }];
/** What was met at all: figures that are equal because nothing ever happened would prove nothing. */
const met = new Set<string>();
const everything = [
  ...['all', 'asked-for-help', 'behind-target', 'confirmed', 'letter', 'mentors-letter', 'paused', 'quiet', 'shown'],
  ...['stuck', 'unanswered-changes'],
];

const plainly = (ours: TemplateStringsArray, ...others: (string | number)[]) => String.raw({ raw: ours }, ...others);
const dueNow = (about: string) => ({
  ...{ _id: `weekly:${about}`, kind: 'weekly', about, dueAt: app.now() },
  ...{ lockedUntil: new Date(0), attempts: 0, asked: 1 },
});

/** Noon in UTC is the same day in all of these zones. */
function toNoon() {
  const now = app.now().getTime();
  app.advance((36 * hour - (now % day)) % day || day);
}
const todayOf = () => dayIn('UTC', app.now());

async function newCohort() {
  const mentor = await signUp(app, { name: 'Mia Mentor' });
  const made = await cohort(mentor);
  const learners: Member[] = [];
  for (const [place, timeZone] of zones.entries()) {
    const learner = await signUp(app, { name: `Lea ${'ABCDEF'[place]}`, timeZone });
    await join(learner, made.code, consents[place]);
    learners.push(learner);
  }
  const ids = [mentor, ...learners].map(({ id }) => id);
  await Account.updateMany(
    { _id: mongoose.trusted({ $in: ids }) },
    { $set: { weekly: 'both', verifiedAt: app.now() } },
  );
  return { mentor, learners, cohortId: made.id };
}
type World = Awaited<ReturnType<typeof newCohort>>;

async function live({ mentor, learners }: World, sequence: readonly Step[]) {
  for (const step of sequence) {
    if ('wait' in step) {
      app.advance(step.wait);
      continue;
    }
    const learner = await awake(app, learners[step.who] ?? mentor);
    const today = dayIn(zones[step.who] ?? 'UTC', app.now());
    await perform(
      { roadmap: backend, ids: topicsOf(backend), learner, mentor: await awake(app, mentor), today },
      step.act,
    );
  }
}

async function readAll({ mentor, learners, cohortId }: World) {
  const own = [];
  for (const learner of learners) own.push(await readOwn(await awake(app, learner), 'backend'));
  const roster = await readRoster(await awake(app, mentor), learners);
  const glance = await mentor.ok('readGlance', at(cohortId));
  const rows = (await mentor.ok('listGlanceRows', at(cohortId))).items;
  return { today: todayOf(), own, ...roster, glance, rows };
}
type Read = Awaited<ReturnType<typeof readAll>>;

const plainTold = ({ quieted: _, ...told }: ToldAttention) => told;
const mended = ({ reason }: ToldAttention) => reason !== 'asked-for-help';

function compareOne(read: Read, before: Read, place: number, learner: Member) {
  const own = read.own[place];
  const page = read.pages[place];
  const row = read.list.find((each) => each.learner.id === learner.id);
  const line = read.lines.find(({ handle }) => handle === learner.account.handle);
  if (!own || !page?.enrolment || !row) throw new Error('nobody is missing');
  const { enrolment, card, grant, days } = own;
  const figures = figuresOf(enrolment.summary);
  expect(figuresOf(summarise(backend, enrolment)), 'what the learner’s map counts').toEqual(figures);
  expect(card.summary, 'home').toEqual(enrolment.summary);
  expect(page.enrolment.summary, 'the mentor’s page').toEqual(enrolment.summary);
  expect(figuresOf(summarise(backend, page.enrolment)), 'what the mentor’s map counts').toEqual(
    figuresOf(summarise(backend, { ...enrolment, minutes: page.enrolment.minutes })),
  );
  expect(row.counts, 'the roster').toEqual(figures);
  const inFile = figuresOfLine(line);
  expect(inFile.figures, 'the file').toEqual(figures);
  expect(read.rows.find((each) => each.learner.id === learner.id)?.stages, 'the cohort’s table').toEqual(
    Object.fromEntries(
      Object.entries(enrolment.summary.stages).map(([id, { done, required }]) => [id, { done, required }]),
    ),
  );

  const lastDay = page.consent.activity ? enrolment.lastActiveDay : null;
  expect(card.lastActiveDay, 'home').toBe(enrolment.lastActiveDay);
  expect([page.enrolment.lastActiveDay, row.lastActiveDay, inFile.lastActiveDay, grant.lastActiveDay]).toEqual(
    Array(4).fill(lastDay),
  );
  if (days.length > 0) expect((enrolment.lastActiveDay ?? '') <= (days.at(-1) ?? ''), 'no day of nothing').toBe(true);

  const isQuiet = isPaused(enrolment.plan.pauses, read.today);
  const told = isQuiet ? [] : (grant.attention ?? []).filter(({ toldFrom }) => toldFrom <= read.today);
  expect(row.attention, 'as the learner reads it').toEqual(told);
  expect(page.attention, 'the mentor’s page').toEqual(told);
  expect(line?.attention, 'the file').toBe(attentionInLine(told));
  expect(
    read.due.some((each) => each.learner.id === learner.id),
    'who is to be looked at',
  ).toBe(told.some((each) => isPressing(each, read.today)));
  const yesterday = before.own[place]?.grant.attention ?? [];
  if (!isQuiet && !isPaused(enrolment.plan.pauses, before.today))
    expect(told.filter(mended).map(plainTold), 'what the learner read the day before').toEqual(
      yesterday.filter(mended).map(plainTold),
    );
  for (const { reason } of told) met.add(reason);
  for (const key of ['shown', 'confirmed'] as const) if (figures[key] > 0) met.add(key);
  if (figures.percent === 100) met.add('all');
  if (isQuiet) met.add('paused');
}

function compareGlance({ glance, own, pages, today }: Read) {
  const deciles = Array(10).fill(0);
  const pace = { ahead: 0, within: 0, behind: 0, done: 0 };
  for (const { enrolment } of own) {
    const { percent } = enrolment.summary;
    if (percent !== null) deciles[decileOf(percent)] += 1;
    pace[standingOf(enrolment.forecast)] += 1;
  }
  const stuck = new Map<string | null, number>();
  for (const { reason, topicId } of pages.flatMap(({ attention }) => attention ?? []))
    if (reason === 'stuck') stuck.set(topicId, (stuck.get(topicId) ?? 0) + 1);
  expect(glance, today).toMatchObject({ learners: cohortSize, sharing: cohortSize, figures: { deciles, pace } });
  const counted = glance.figures?.stuck ?? [];
  expect(counted.length).toBe(Math.min(5, stuck.size));
  for (const { topicId, learners } of counted) expect(learners, topicId).toBe(stuck.get(topicId));
}

async function compareLetters({ mentor, learners }: World, read: Read) {
  await Job.create([mentor, ...learners].map(({ id }) => dueNow(id)));
  await notifyDue(app.deps);
  const week = endedWeek(read.today);
  for (const [place, learner] of learners.entries()) {
    const letter = await readLearnersLetter(learner);
    const own = read.own[place];
    if (!letter || !own) continue;
    met.add('letter');
    expect(letter.figures, 'the learner’s letter').toEqual(figuresOf(own.enrolment.summary));
    expect(letter.activeDays).toBe(own.days.filter((each) => each >= week.from && each <= week.to).length);
    const [next] = own.card.next;
    const isTopic = backend.topics.some(({ id }) => id === next);
    expect(letter.url, 'what is next').toBe(`${app.address}/roadmaps/backend${isTopic ? `/topics/${next}` : ''}`);
  }
  const text = (await readMentorsLetter(mentor)) ?? '';
  const [first] = read.due;
  const sentence = first?.attention?.find((each) => isPressing(each, read.today));
  if (!first || !sentence) return expect(text).not.toContain('Needs attention');
  const topicTitle = backend.topics.find(({ id }) => id === sentence.topicId)?.title ?? null;
  const known = { name: first.learner.name, topicTitle, lastActiveDay: first.lastActiveDay, today: read.today };
  const words = attentionWords(sentence, known, plainly);
  const many = read.due.length === 1 ? 'learner' : 'learners';
  expect(text, 'the mentor’s letter').toContain(`Needs attention: ${read.due.length} ${many}. ${words}.`);
  const active = read.list.filter(({ lastActiveDay }) => (lastActiveDay ?? '') >= week.from).length;
  expect(text).toContain(active === 1 ? '1 learner was active' : `${active} learners were active`);
  met.add('mentors-letter');
}

it(
  'whatever learners did: home, map, the mentor’s page, roster, file, cohort and letters say the same',
  async () => {
    await fc.assert(
      fc.asyncProperty(steps, rest, async (sequence, restMs) => {
        const world = await newCohort();
        await live(world, sequence);
        app.advance(restMs);
        toNoon();
        const before = await readAll(world);
        toNoon();
        await keepInStep(app.deps, app.now());
        const read = await readAll(world);
        expect(read.today).toBe(addDays(before.today, 1));
        for (const [place, learner] of world.learners.entries()) compareOne(read, before, place, learner);
        compareGlance(read);
        await compareLetters(world, read);
        // Who was compared is no work for the nightly rounds of those who follow.
        await Promise.all([Enrolment.deleteMany({}), Grant.deleteMany({}), Job.deleteMany({})]);
      }),
      { ...howOften, numRuns, interruptAfterTimeLimit: longestMs, markInterruptAsFailure: true },
    );
    expect([...met].sort()).toEqual(everything);
  },
  // Shrinking ends before the test does, so that what was found is told.
  longestMs + 30_000,
);
