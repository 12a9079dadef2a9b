import { dayIn, type Roadmap } from '@waymark/contract';
import pLimit from 'p-limit';
import { DatabaseError } from '../database/connect.js';
import type { Deps } from '../deps.js';
import { Account } from '../features/accounts/accounts.model.js';
import { emailKey } from '../features/accounts/email-key.js';
import { makeAccount } from '../features/accounts/make-account.js';
import { hashPassword } from '../features/accounts/passwords.js';
import { Cohort } from '../features/mentoring/cohorts.model.js';
import { readLearner } from '../features/mentoring/read-learner.js';
import { getRoadmap } from '../features/roadmaps/get-roadmap.js';
import { demoMarks, findDemoMark } from './demo-mark.js';
import {
  type DemoLearner,
  demoCohorts,
  demoEmail,
  demoLearners,
  demoMentor,
  demoOwner,
  demoPassword,
} from './demo-people.js';
import { mentorDemo } from './mentor-demo.js';
import { planProjects } from './plan-projects.js';
import { replayLearner } from './replay-learner.js';
import { seedOwner } from './seed-owner.js';
import { SeededRandom } from './seeded-random.js';
import { walkRoadmap } from './walk-roadmap.js';

/** How to sign in as somebody of the demo: printed at the start. */
export interface DemoSignIn {
  name: string;
  email: string;
  password: string;
  /** Whom one sees: `half-way, with projects in every state`. */
  story: string;
}

type DemoDeps = Omit<Deps, 'now'> & { now: Date };

const dayMs = 86_400_000;
const severalAtOnce = 4;

/**
 * Fills an empty demo database with a cohort whose months end at `now`; a filled one is left as it is. Gives the
 * sign-ins, the mentor first. Refuses every database that is not the demo's own.
 */
export async function seedDemo(given: DemoDeps): Promise<DemoSignIn[]> {
  const deps: Deps = { ...given, now: () => given.now };
  await refuseOtherPlaces(deps);
  const mark = await findDemoMark(deps.connection);
  if (mark?.state !== 'filled') await fill(deps, mark !== null);
  await seedOwner(deps);
  const people: readonly { name: string; story: string; email?: string }[] = [demoMentor, demoOwner, ...demoLearners];
  return people.map(({ name, story, email = demoEmail(name) }) => ({ name, email, password: demoPassword, story }));
}

/** A demo database is one by its name, or the embedded one of a data folder with such a name, and holds nobody else. */
async function refuseOtherPlaces({ env, connection }: Deps): Promise<void> {
  if (env.mode !== 'demo') throw new DatabaseError('The demo is for WAYMARK_MODE=demo alone: `npm run demo`.');
  const place = env.mongodbUri ? connection.name : env.dataDir;
  if (!place.endsWith('-demo')) {
    throw new DatabaseError(
      `The demo fills a database or data folder whose name ends in -demo, and "${place}" does not.`,
    );
  }
  if (!(await findDemoMark(connection)) && (await Account.exists({}))) {
    throw new DatabaseError(
      `The database "${connection.name}" holds accounts that are not the demo's, and the demo stays away from them. ` +
        'Give the demo a place of its own (WAYMARK_DATA_DIR, or MONGODB_URI).',
    );
  }
}

async function fill(deps: Deps, wasCutShort: boolean): Promise<void> {
  const { connection, log } = deps;
  const begunAt = performance.now();
  // Nobody could sign in before it was filled, so that nothing here is anybody's.
  if (wasCutShort) for (const model of Object.values(connection.models)) await model.collection.deleteMany({});
  await demoMarks(connection).replaceOne({ _id: 'demo' }, { state: 'filling', at: deps.now() }, { upsert: true });
  await fillCohort(deps, getRoadmap(deps, 'backend'));
  await demoMarks(connection).updateOne({ _id: 'demo' }, { $set: { state: 'filled' } });
  log.info({ learners: demoLearners.length, ms: Math.round(performance.now() - begunAt) }, 'the demo is filled');
}

async function fillCohort(deps: Deps, roadmap: Roadmap): Promise<void> {
  const now = deps.now();
  // One hash for all: what it costs is not what the demo shows.
  const passwordHash = await hashPassword(demoPassword, deps.keys.pepper, deps.env.bcryptCost);
  const createAccount = async (person: { name: string; zone: string }, createdAt: Date) => {
    const email = demoEmail(person.name);
    const key = emailKey(email) ?? email;
    const member = { name: person.name, email, emailKey: key, timeZone: person.zone, passwordHash };
    const account = await makeAccount({ ...member, verifiedAt: createdAt }, 0, createdAt);
    return { id: String(account._id), handle: account.handle };
  };
  const ago = (days: number) => new Date(now.getTime() - days * dayMs);
  const mentor = await createAccount(demoMentor, ago(300));
  for (const { createdAgo, ...cohort } of Object.values(demoCohorts)) {
    const codeExpiresAt = ago(-60);
    await Cohort.create([
      { ...cohort, roadmap: roadmap.slug, mentorIds: [mentor.id], codeExpiresAt, createdAt: ago(createdAgo) },
    ]);
  }
  const several = pLimit(severalAtOnce);
  const fillOne = async (learner: DemoLearner, place: number) => {
    const random = new SeededRandom(learner.name);
    const walk = walkRoadmap(roadmap, learner, random, now);
    const { id, handle } = await createAccount(learner, new Date(walk.startedAt.getTime() - 240_000));
    const projects = planProjects(learner, handle, place === 0, walk, random);
    await replayLearner(deps, roadmap, { ...learner, id }, walk, projects);
    if (learner.startedAgo > 7 && place % 4 !== 3)
      await visit(deps, mentor.id, id, roadmap.slug, ago(random.between(2, 6)));
    return { id, zone: learner.zone };
  };
  const learners = await Promise.all(demoLearners.map((learner, place) => several(() => fillOne(learner, place))));
  // Who shares no progress has no mentor to talk with about a topic, and who came today has not waited for an answer.
  const open = learners.filter((_, place) => {
    const { consent, startedAgo = 0 } = demoLearners[place] ?? {};
    return consent?.progress !== false && startedAgo > 7;
  });
  await mentorDemo(deps, { roadmap, mentorId: mentor.id, learners: open });
}

/** The mentor looked then, so that the page can tell what changed since. */
async function visit(deps: Deps, mentorId: string, learnerId: string, roadmap: string, at: Date): Promise<void> {
  await readLearner(deps, { mentorId, learnerId, roadmap, today: dayIn(demoMentor.zone, at), now: at });
}
