import { ObjectId } from 'mongodb';

const atOnce = 2000;
const day = (past) => new Date(Date.now() - past * 86_400_000).toISOString().slice(0, 10);

/** The same numbers in each run. */
function numbersFrom(seed) {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state % below;
  };
}

/** As the product derives it: one in ten presses today, all others will some day, and some never. */
function attentionOf(next) {
  const kind = next(10);
  if (kind === 0) return [{ reason: 'stuck', since: day(1 + next(60)), topicId: 'http' }];
  if (kind < 9) return [{ reason: 'quiet', since: day(-1 - next(30)), topicId: null }];
  return [];
}

function rowOf(attention) {
  const presses = attention.map(({ reason, since }) => ({
    reason,
    from: new Date(Date.parse(since) + 86_400_000).toISOString().slice(0, 10),
  }));
  return { attention, presses, attentionFrom: presses[0]?.from ?? '9999-12-31' };
}

/**
 * Gives each mentor a roster of so many rows, copied from a real one: `template` is the account, the enrolment and the grant
 * of a learner. The learners of the biggest roster stand in the others, too.
 */
export async function fillRosters(db, template, rosters) {
  const next = numbersFrom(7);
  const most = Math.max(...rosters.map(({ size }) => size));
  for (let start = 0; start < most; start += atOnce) {
    const places = Array.from({ length: Math.min(atOnce, most - start) }, (_, i) => start + i);
    const learners = places.map((place) => ({
      place,
      id: new ObjectId(),
      attention: attentionOf(next),
      done: next(80),
    }));
    await db.collection('accounts').insertMany(
      learners.map(({ place, id }) => ({
        ...template.account,
        _id: id,
        name: `Learner ${place}`,
        handle: `learner-${place}`,
        emailKey: `learner-${place}@example.org`,
      })),
      { ordered: false },
    );
    const enrolments = learners.map(({ id, attention }) => ({
      ...template.enrolment,
      _id: new ObjectId(),
      learnerId: id,
      attention,
    }));
    await db.collection('enrolments').insertMany(enrolments, { ordered: false });
    const grants = rosters.flatMap(({ mentorId, size, cohortId = null }) =>
      learners
        .filter(({ place }) => place < size)
        .map(({ place, id, attention, done }, i) => ({
          ...template.grant,
          _id: new ObjectId(),
          mentorId,
          cohortId,
          learnerId: id,
          enrolmentId: enrolments[i]._id,
          learnerName: `learner ${place}`,
          nameWords: ['learner', String(place)],
          entry: { ...template.grant.entry, ...rowOf(attention), done, lastActiveDay: day(next(90)) },
        })),
    );
    for (let i = 0; i < grants.length; i += atOnce)
      await db.collection('grants').insertMany(grants.slice(i, i + atOnce), { ordered: false });
  }
}
