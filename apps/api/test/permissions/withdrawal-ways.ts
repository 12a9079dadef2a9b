import { eraseAccounts } from '../../src/features/accounts/erase-accounts.js';
import { changeRoom, everything, type Member, renew } from '../build.js';
import { at } from '../reviewing.js';
import { day } from '../start.js';
import type { Withdrawal } from './build-withdrawal.js';
import { type Kind, kinds } from './relations.js';

/** One way in which something is taken back. */
export interface Way {
  act: (world: Withdrawal) => Promise<unknown>;
  /** What the mentor may see afterwards: nothing and nobody, unless said. */
  left?: readonly Kind[];
  /** The other mentor sees what they saw. */
  isOthers?: boolean;
  /** The grant says what it said: where it is looked up there is an empty list. */
  isShared?: boolean;
  /** It closes the mentor’s own account: every answer is 401. */
  isOut?: boolean;
}

const narrow =
  (...without: Kind[]) =>
  ({ learner, grant }: Withdrawal) =>
    learner.ok('changeGrant', {
      ...at(grant),
      body: { consent: { ...everything, ...Object.fromEntries(without.map((kind) => [kind, false])) } },
    });
const but = (...without: Kind[]) => kinds.filter((kind) => !without.includes(kind));

const prove = (member: Member) => member.ok('stepUp', { body: { password: member.password } });

async function deleteMe({ learner }: Withdrawal) {
  await prove(learner);
  await learner.ok('deleteMe');
}

async function makePrivate({ learner, filled }: Withdrawal) {
  for (const id of [filled.projectId, filled.cohortProjectId ?? '']) {
    const { version } = await learner.ok('readProject', at(id));
    const headers = { 'if-match': `"${version}"` };
    await learner.ok('changeProject', { ...at(id), body: { visibility: 'private' }, headers });
  }
}

/** Each of them. */
export const ways: Record<string, Way> = {
  'progress narrowed': { act: narrow('progress'), left: but('progress') },
  'activity narrowed': { act: narrow('activity'), left: but('activity') },
  'notes narrowed': { act: narrow('notes'), left: but('notes') },
  'projects narrowed': { act: narrow('projects'), left: but('projects'), isOthers: true },
  'everything narrowed': { act: narrow(...kinds), left: [] },
  paused: { act: ({ learner, grant }) => learner.ok('pauseGrant', at(grant)), isOthers: true },
  ended: { act: ({ learner, grant }) => learner.ok('endGrant', at(grant)), isOthers: true },
  'taken out of the cohort': {
    act: ({ other, mentor, cohortId }) =>
      other.ok('removeCohortMentor', { params: { id: cohortId, mentorId: mentor.id } }),
    isOthers: true,
  },
  'left the cohort as its mentor': {
    act: ({ mentor, cohortId }) => mentor.ok('removeCohortMentor', { params: { id: cohortId, mentorId: mentor.id } }),
    isOthers: true,
  },
  'the learner left the cohort': { act: ({ learner, cohortId }) => learner.ok('leaveCohort', at(cohortId)) },
  'the learner left the roadmap': {
    act: ({ learner }) => learner.ok('leaveEnrolment', { params: { slug: 'backend' } }),
  },
  'the learner started over': {
    act: ({ learner }) => learner.ok('startOver', { params: { slug: 'backend' }, body: {} }),
  },
  'the learner deletes their account': { act: deleteMe },
  'the learner is erased': {
    async act(world) {
      await deleteMe(world);
      world.app.advance(8 * day);
      await eraseAccounts(world.app.now());
      for (const each of [world.mentor, world.other]) await renew(each);
    },
  },
  'the mentor is disabled': {
    async act({ owner, mentor }) {
      await prove(owner);
      await owner.ok('changeMember', { ...at(mentor.id), body: { disabled: true } });
    },
    isOut: true,
  },
  'the projects are private': { act: makePrivate, left: but('projects'), isShared: true },
  'the notes are kept': {
    act: ({ learner, filled }) => changeRoom(learner, filled.first, { shared: false }),
    left: but('notes'),
    isShared: true,
  },
};
