import type { Consent } from '@waymark/contract';
import { expect, it } from 'vitest';
import {
  askForReview,
  cohort,
  everything,
  finishedProject,
  join,
  logTime,
  type Member,
  mentored,
  mentorToo,
  nothing,
  setTopic,
  signInAgain,
  signUp,
} from '../../../test/build.js';
import { approval, asked, at, coreTopics } from '../../../test/reviewing.js';
import { backendOf, day, hour, startApp } from '../../../test/start.js';

const app = await startApp();
const [first] = coreTopics(app);
const ids = backendOf(app).topics.map(({ id }) => id);
const roadmap = { query: { roadmap: 'backend' } };

const read = (mentor: Member, learner: Member) => mentor.call('readLearner', { ...at(learner.id), ...roadmap });
const own = (learner: Member) => learner.ok('readEnrolment', { params: { slug: 'backend' } });

async function later(ms: number, ...members: Member[]) {
  app.advance(ms);
  for (const member of members) member.token = (await signInAgain(member)).token;
}

/** A learner of three weeks who took three times as long as estimated, for as many topics as correct a forecast. */
async function slowLearner(consent: Partial<Consent> = everything) {
  const world = await mentored(app, consent);
  const { learner } = world;
  await later(21 * day, learner, world.mentor);
  for (const { id, effortHours } of backendOf(app).topics.slice(0, 12)) {
    for (let left = effortHours.max * 90; left > 0; left -= 600)
      await logTime(learner, id, { minutes: Math.min(600, Math.ceil(left)) });
    await setTopic(learner, id, { state: 'done' });
  }
  return world;
}

it('has the learner’s own figures, forecast and days, in their zone and week', async () => {
  const { mentor, learner } = await slowLearner();
  const { account, id } = learner;
  const body = { timeZone: 'Pacific/Auckland', weekStartsOn: 7 };
  await learner.ok('changeMe', { headers: { 'if-match': `"${account.version}"` }, body });
  // It is tomorrow already where the learner lives.
  await later(3 * hour, learner, mentor);
  await setTopic(learner, ids[12] ?? '', { state: 'done' });
  const seen = (await read(mentor, learner)).body;
  expect(seen.enrolment).toEqual(await own(learner));
  const { days } = await learner.ok('listActivity');
  expect(seen.activity).toMatchObject({ days, weekStartsOn: 7 });
  expect(seen.today).toBe(days.at(-1)?.day);
  expect(seen.today).not.toBe(app.now().toISOString().slice(0, 10));
  expect(seen.learner).toEqual({ id, name: account.name, handle: account.handle });
});

it('keeps what follows from logged time with the activity', async () => {
  const { mentor, learner } = await slowLearner({ activity: false });
  const mine = await own(learner);
  const shown = (await read(mentor, learner)).body.enrolment;
  const { hoursLeft, ...counts } = mine.summary;
  expect(shown?.summary).toMatchObject(counts);
  expect(shown?.topics).toEqual(mine.topics);
  expect(shown?.summary.hoursLeft).toBeLessThan(hoursLeft);
  expect(shown?.forecast.hoursPerWeek).toBeLessThan(mine.forecast.hoursPerWeek);
  expect(shown).toMatchObject({ minutes: {}, touched: {}, lastActiveDay: null });
  // Nor does it tell when there was time again.
  await later(2 * hour, learner, mentor);
  await logTime(learner, ids[0] ?? '', { minutes: 25 });
  expect((await own(learner)).updatedAt).not.toBe(mine.updatedAt);
  expect((await read(mentor, learner)).body.enrolment).toEqual(shown);
});

it.each([
  ['nothing', nothing, []],
  ['progress', { ...nothing, progress: true }, ['today', 'enrolment']],
  ['activity', { ...nothing, activity: true }, ['today', 'activity']],
  ['projects', { ...nothing, projects: true }, ['projects']],
] as const)('answers, of what is there, with %s alone', async (_, consent, there) => {
  const { mentor, learner, grant, mine, review } = await asked(app);
  await logTime(learner, first, { minutes: 47 });
  await learner.ok('changeGrant', { ...at(grant.id), body: { consent } });
  const { body, text } = await read(mentor, learner);
  const parts = ['today', 'enrolment', 'activity', 'projects'] as const;
  expect(parts.filter((part) => body[part] !== null)).toEqual(there);
  const kinds: [keyof Consent, string[]][] = [
    ['projects', [mine.title, review.id, '"ballWith"']],
    ['activity', ['"weekStartsOn"', '"acts"', ':47']],
    ['progress', ['"hoursLeft"', '"forecast"', '"proof"']],
  ];
  for (const [kind, words] of kinds) for (const word of words) expect(text.includes(word), word).toBe(consent[kind]);
});

it('names a review where this mentor may read it, and nowhere else', async () => {
  const { mentor, learner, cohort: made, mine, review } = await asked(app);
  const other = await signUp(app, { name: 'Max Mentor' });
  const theirs = await cohort(other, { name: 'Mornings' });
  await join(learner, theirs.code);
  const swimmer = await signUp(app);
  await swimmer.ok('changeReviewer', { body: { promiseDays: 3, inPool: true, isNamed: false } });
  const audiences = [
    { kind: 'mentor', mentorId: mentor.id },
    { kind: 'mentor', mentorId: other.id },
    { kind: 'cohort', cohortId: made.id },
    { kind: 'cohort', cohortId: theirs.id },
    { kind: 'pool' },
  ] as const;
  const reviews = [review];
  for (const audience of audiences) {
    const { id } = await finishedProject(learner, [first], { title: JSON.stringify(audience) });
    reviews.push(await askForReview(learner, id, { audience }));
  }
  for (const member of [mentor, other]) {
    const { projects } = (await read(member, learner)).body;
    const named = new Map(projects?.map((project) => [project.id, project.review]));
    for (const { id, project, state, ballWith, ballSince } of reviews) {
      const { status } = await member.call('readReview', at(id));
      const seen = status === 200 ? { id, state, ballWith, ballSince } : null;
      expect(named.get(project.id), named.size.toString()).toEqual(seen);
    }
    expect(reviews).toHaveLength(named.size);
  }
  // The last one of a project, whoever's turn it is.
  await mentor.ok('claimReview', at(review.id));
  await mentor.ok('giveVerdict', { ...at(review.id), body: approval([first]) });
  const again = await askForReview(learner, mine.id);
  const seen = (await read(mentor, learner)).body.projects?.find(({ id }) => id === mine.id);
  expect(seen?.review).toEqual({ id: again.id, state: 'requested', ballWith: 'mentor', ballSince: again.ballSince });
  await mentorToo(mentor, made.id, swimmer);
  expect((await read(swimmer, learner)).status).toBe(404);
});
