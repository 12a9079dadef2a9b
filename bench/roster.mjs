import { MongoClient, ObjectId } from 'mongodb';
import { startForTest } from '../scripts/lib/start-for-test.mjs';
import { createAsker, expectStatus } from './lib/ask.mjs';
import { fillRosters } from './lib/fill-rosters.mjs';
import { signUpMany } from './lib/members.mjs';
import { startOwnMongod } from './lib/own-mongod.mjs';
import { save } from './lib/save.mjs';
import { median, quantile, shuffled } from './lib/statistics.mjs';

const limit = 50;
const mostRatio = 1.2;
const naiveRounds = 3;
const warmUp = 30;

const cursorOf = ({ entry, _id }) =>
  Buffer.from(JSON.stringify([entry.attentionFrom, String(_id)])).toString('base64url');

/** The way that asks no stored row: look up every learner, see who needs attention, sort, and show the first page. */
const naive = (mentorId, today) => [
  { $match: { mentorId, isLive: true } },
  { $lookup: { from: 'enrolments', localField: 'enrolmentId', foreignField: '_id', as: 'enrolment' } },
  { $unwind: '$enrolment' },
  {
    $set: {
      due: {
        $ifNull: [
          { $min: { $filter: { input: '$enrolment.attention.since', cond: { $lt: ['$$this', today] } } } },
          '9999-12-31',
        ],
      },
    },
  },
  { $sort: { due: 1, _id: 1 } },
  { $limit: limit },
];

/** What the database looked at for one request. */
async function examinedBy(db, act) {
  await db.command({ profile: 2 });
  await act();
  await db.command({ profile: 0 });
  const ops = await db
    .collection('system.profile')
    .find({ op: { $in: ['query', 'getmore', 'command'] } })
    .toArray();
  await db.collection('system.profile').drop();
  const ours = ops.filter(({ ns }) => !ns.endsWith('system.profile'));
  const sum = (field) => ours.reduce((total, op) => total + (op[field] ?? 0), 0);
  return { documents: sum('docsExamined'), keys: sum('keysExamined') };
}

/** A mentor's token, and the place of their last page; every page is read once, so that none is missing and none twice. */
async function rosterOf(asker, db, { size, mentorId, accessToken }) {
  const headers = { authorization: `Bearer ${accessToken}` };
  const read = (query) => asker.ask('GET', `/api/mentoring/learners?limit=${limit}&${query}`, { headers });
  const seen = new Set();
  for (let cursor = ''; cursor !== null; ) {
    const query = `sort=attention&limit=100${cursor && `&cursor=${cursor}`}`;
    const page = await expectStatus(asker.ask('GET', `/api/mentoring/learners?${query}`, { headers }), 200, 'a page');
    for (const { learner } of page.items) seen.add(learner.id);
    cursor = page.nextCursor;
  }
  if (seen.size !== size) throw new Error(`the roster of ${size} lists ${seen.size} learners`);
  const order = { 'entry.attentionFrom': -1, _id: -1 };
  const [before] = await db
    .collection('grants')
    .find({ mentorId, isLive: true })
    .sort(order)
    .skip(limit)
    .limit(1)
    .toArray();
  const pages = { first: () => read('sort=attention'), last: () => read(`sort=attention&cursor=${cursorOf(before)}`) };
  const last = await expectStatus(pages.last(), 200, 'the last page');
  if (last.items.length !== limit || last.nextCursor !== null) throw new Error('the last page is another');
  return { size, mentorId, pages };
}

async function fill(asker, client, sizes) {
  const [learner, ...mentors] = await signUpMany(asker, sizes.length + 1);
  const as = ({ accessToken }) => ({ authorization: `Bearer ${accessToken}` });
  const body = { name: 'Class', roadmap: 'backend' };
  const made = await expectStatus(
    asker.ask('POST', '/api/cohorts', { body, headers: as(mentors[0]) }),
    201,
    'a cohort',
  );
  const consent = { progress: true, activity: true, notes: true, projects: true };
  const joining = { body: { code: made.code, consent }, headers: as(learner) };
  await expectStatus(asker.ask('POST', '/api/cohorts/join', joining), 201, 'joining');
  const db = client.db();
  const grant = await db.collection('grants').findOne();
  const account = await db.collection('accounts').findOne({ _id: grant.learnerId });
  const enrolment = await db.collection('enrolments').findOne({ _id: grant.enrolmentId });
  await db.collection('grants').deleteMany({});
  const rosters = [];
  for (const [i, size] of sizes.entries()) {
    const { id } = await expectStatus(asker.ask('GET', '/api/me', { headers: as(mentors[i]) }), 200, 'me');
    rosters.push({ size, mentorId: new ObjectId(id), accessToken: mentors[i].accessToken });
  }
  await fillRosters(db, { account, enrolment, grant: { ...grant, cohortId: null } }, rosters);
  return rosters;
}

/**
 * A mentor's first and last page of their roster, sorted by who needs attention, at 100 to 100,000 learners in one database;
 * beside it, in the same run, an aggregation that looks at every learner.
 */
export async function benchRoster(rounds = '60', most = '100000') {
  const sizes = [100, 1000, 10_000, 100_000].filter((size) => size <= Number(most));
  const mongod = await startOwnMongod();
  const uri = mongod.getUri('waymark-bench');
  const client = await MongoClient.connect(uri);
  const product = await startForTest({
    log: 'bench-roster',
    env: { MONGODB_URI: uri, WAYMARK_RATE_LIMIT_FACTOR: '100000', WAYMARK_LOG_LEVEL: 'error' },
  });
  const asker = createAsker(product.address);
  try {
    const db = client.db();
    const filled = await fill(asker, client, sizes);
    const rosters = [];
    for (const roster of filled) rosters.push(await rosterOf(asker, db, roster));
    const times = await timesOf(rosters, Number(rounds));
    const results = [];
    for (const { size, mentorId, pages } of rosters) {
      const examined = { first: await examinedBy(db, pages.first), last: await examinedBy(db, pages.last) };
      const naiveMs = await naiveTimes(db, mentorId);
      results.push({ size, first: times.get(`${size} first`), last: times.get(`${size} last`), examined, naiveMs });
    }
    return tell(results);
  } finally {
    asker.close();
    await product.stop();
    await client.close();
    await mongod.stop();
  }
}

/** All pages in turns, in another order each round: what else the machine does falls on all of them alike. */
async function timesOf(rosters, rounds) {
  const acts = rosters.flatMap(({ size, pages }) =>
    Object.entries(pages).map(([page, read]) => ({ name: `${size} ${page}`, read })),
  );
  const times = new Map(acts.map(({ name }) => [name, []]));
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const { name, read } of shuffled(acts)) {
      const { status, ms } = await read();
      if (status !== 200) throw new Error(`${name} answered ${status}`);
      if (round >= 0) times.get(name).push(ms);
    }
  }
  return times;
}

async function naiveTimes(db, mentorId) {
  const today = new Date().toISOString().slice(0, 10);
  const times = [];
  for (let round = 0; round < naiveRounds; round += 1) {
    const begun = performance.now();
    const found = await db.collection('grants').aggregate(naive(mentorId, today), { allowDiskUse: true }).toArray();
    if (found.length !== limit) throw new Error(`the aggregation found ${found.length}`);
    times.push(performance.now() - begun);
  }
  return times;
}

function tell(results) {
  console.table(
    results.map(({ size, first, last, examined, naiveMs }) => ({
      learners: size,
      'first page, p50 ms': median(first).toFixed(2),
      'p95 ms': quantile(first, 0.95).toFixed(2),
      'documents examined': examined.first.documents,
      'last page, p50 ms': median(last).toFixed(2),
      'documents examined, last': examined.last.documents,
      'aggregation, p50 ms': median(naiveMs).toFixed(1),
    })),
  );
  const [smallest, biggest] = [results[0], results.at(-1)];
  const ratio = median(biggest.first) / median(smallest.first);
  const lastRatio = median(biggest.last) / median(biggest.first);
  const naiveRatio = median(biggest.naiveMs) / median(smallest.naiveMs);
  const isSameWork = biggest.examined.first.documents <= smallest.examined.first.documents;
  console.log(
    `\n${biggest.size} learners to ${smallest.size}: × ${ratio.toFixed(2)} (at most ${mostRatio}), the aggregation × ${naiveRatio.toFixed(0)}; last page to first at ${biggest.size}: × ${lastRatio.toFixed(2)}.`,
  );
  save('roster', { limit, results, ratio, lastRatio, naiveRatio });
  return ratio <= mostRatio && lastRatio <= mostRatio && isSameWork ? 0 : 1;
}
