import { MongoClient, ObjectId } from 'mongodb';
import { startForTest } from '../scripts/lib/start-for-test.mjs';
import { createAsker, expectStatus } from './lib/ask.mjs';
import { fillRosters } from './lib/fill-rosters.mjs';
import { signUpMany } from './lib/members.mjs';
import { startOwnMongod } from './lib/own-mongod.mjs';
import { save } from './lib/save.mjs';
import { median, quantile } from './lib/statistics.mjs';

/** A mentor who has opened a page waits no longer for it than this. */
const mostMs = 1000;
const warmUp = 3;
const consent = { progress: true, activity: true, notes: true, projects: true };
const as = ({ accessToken }) => ({ authorization: `Bearer ${accessToken}` });

/** A cohort of so many, each with the outlook of one who has ticked a third of the roadmap over the last weeks. */
async function fill(asker, db, size) {
  const [learner, mentor] = await signUpMany(asker, 2);
  const topics = (await expectStatus(asker.ask('GET', '/api/roadmaps/backend'), 200, 'a roadmap')).topics.slice(0, 45);
  const enrolled = '/api/me/enrolments/backend';
  await expectStatus(asker.ask('PUT', enrolled, { body: {}, headers: as(learner) }), 201, 'following');
  const at = (days) => new Date(Date.now() - days * 86_400_000).toISOString();
  const marks = topics.map(({ id }, i) => [id, { state: i % 9 === 0 ? 'learning' : 'done', at: at(i) }]);
  const body = { topics: Object.fromEntries(marks) };
  await expectStatus(asker.ask('PATCH', `${enrolled}/topics`, { body, headers: as(learner) }), 200, 'ticking');
  const named = { body: { name: 'Class', roadmap: 'backend' }, headers: as(mentor) };
  const cohort = await expectStatus(asker.ask('POST', '/api/cohorts', named), 201, 'a cohort');
  const joining = { body: { code: cohort.code, consent }, headers: as(learner) };
  await expectStatus(asker.ask('POST', '/api/cohorts/join', joining), 201, 'joining');
  const grant = await db.collection('grants').findOne();
  const account = await db.collection('accounts').findOne({ _id: grant.learnerId });
  const enrolment = await db.collection('enrolments').findOne({ _id: grant.enrolmentId });
  const roster = { size: size - 1, mentorId: grant.mentorId, cohortId: new ObjectId(cohort.id) };
  await fillRosters(db, { account, enrolment, grant }, [roster]);
  return { id: cohort.id, headers: as(mentor) };
}

/** How long a cohort of 5,000 takes to be seen at a glance: its figures, and a page of its rows. */
export async function benchGlance(size = '5000', rounds = '20') {
  const mongod = await startOwnMongod();
  const uri = mongod.getUri('waymark-bench');
  const client = await MongoClient.connect(uri);
  const product = await startForTest({
    log: 'bench-glance',
    env: { MONGODB_URI: uri, WAYMARK_RATE_LIMIT_FACTOR: '100000', WAYMARK_LOG_LEVEL: 'error' },
  });
  const asker = createAsker(product.address);
  try {
    const { id, headers } = await fill(asker, client.db(), Number(size));
    const acts = {
      figures: () => asker.ask('GET', `/api/cohorts/${id}/glance`, { headers }),
      rows: () => asker.ask('GET', `/api/cohorts/${id}/glance/learners?limit=50`, { headers }),
    };
    const glance = await expectStatus(acts.figures(), 200, 'the glance');
    if (glance.sharing !== Number(size)) throw new Error(`it counts ${glance.sharing} of ${size}`);
    const times = {};
    for (const [name, act] of Object.entries(acts)) {
      const all = [];
      for (let round = -warmUp; round < Number(rounds); round += 1) {
        const { ms } = await act();
        if (round >= 0) all.push(ms);
      }
      times[name] = all;
      console.log(`${name}: p50 ${median(all).toFixed(0)} ms, p95 ${quantile(all, 0.95).toFixed(0)} ms`);
    }
    save('glance', { size: Number(size), times });
    return quantile(times.figures, 0.95) < mostMs ? 0 : 1;
  } finally {
    asker.close();
    await product.stop();
    await client.close();
    await mongod.stop();
  }
}
