import { deliverInvitations } from '../../src/features/mentor-invitations/deliver.js';
import { Cohort } from '../../src/features/mentoring/cohorts.model.js';
import {
  cohort,
  confirm,
  everything,
  join,
  type Member,
  makeOwner,
  mentorToo,
  nothing,
  renew,
  signUp,
} from '../build.js';
import { type Client, clientOf } from '../client.js';
import { at } from '../reviewing.js';
import { day, type TestApp } from '../start.js';
import { fillSheets, type Sheet } from './fill-sheets.js';
import { type Filled, fillWay } from './fill-way.js';
import { type Marker, markersOf, words } from './markers.js';
import { consentOf, type Granted, partsOf, type Scope, scopes, type Viewer, viewers } from './relations.js';

/** Everybody who can have anything to do with one learner, and what that learner has made. */
export interface Permissions {
  app: TestApp;
  learner: Member;
  clients: Record<Viewer, Client>;
  members: ReadonlyMap<Viewer, Member>;
  filled: Filled;
  cohortId: string;
  grantId: string;
  askId: string;
  /** By which a request for help of theirs is named to who is told of it. */
  helpKey: string;
  /** Addresses of the learner's picture that were made for a viewer, while they saw it. */
  passes: ReadonlyMap<Viewer, string>;
  /** Of those who begun one while they saw progress. */
  sheets: ReadonlyMap<Viewer, Sheet>;
  markers: Record<Marker, readonly (string | RegExp)[]>;
}

/** Below which a cohort has no figures: so many more share their progress, so that one learner more or less is counted. */
const mates = 5;

const ofCohort = (viewer: Viewer) => ['cohort', 'paused', 'ended', 'removed'].includes(partsOf(viewer).relation);

async function letInAlone(mentor: Member, learner: Member, scope: Scope): Promise<void> {
  const { code } = await mentor.ok('createMentorCode', { body: { roadmap: 'backend', uses: 1, expiresInDays: 7 } });
  await learner.ok('acceptCode', { body: { code, consent: consentOf(scope) } });
}

/** As if each had been asked, and had agreed, before anybody joined. */
async function addMentors(cohortId: string, mentors: readonly Member[]): Promise<void> {
  await Cohort.updateOne({ _id: cohortId }, { $push: { mentorIds: { $each: mentors.map(({ id }) => id) } } });
}

async function grantIds(learner: Member): Promise<ReadonlyMap<string, string>> {
  const { items } = await learner.ok('listGrants', { query: { limit: 100 } });
  return new Map(items.map(({ id, mentor }) => [mentor.id, id]));
}

/** Takes back what was given: after it was used. */
async function withdraw(world: Pick<Permissions, 'learner' | 'members' | 'cohortId'>, creator: Member): Promise<void> {
  const { learner, members, cohortId } = world;
  const ids = await grantIds(learner);
  const acts: Partial<Record<Granted, (mentor: Member) => Promise<unknown>>> = {
    paused: ({ id }) => learner.ok('pauseGrant', at(ids.get(id) ?? '')),
    ended: ({ id }) => learner.ok('endGrant', at(ids.get(id) ?? '')),
    removed: ({ id }) => creator.ok('removeCohortMentor', { params: { id: cohortId, mentorId: id } }),
  };
  for (const [viewer, mentor] of members) await acts[partsOf(viewer).relation as Granted]?.(mentor);
  await learner.ok('endGrant', at(ids.get(creator.id) ?? ''));
}

/** What each mentor opens while they may: a talk that is read, and pictures at addresses made for them. */
async function lookAround(members: ReadonlyMap<Viewer, Member>, { projectId }: Filled) {
  const passes = new Map<Viewer, string>();
  for (const [viewer, member] of members) {
    const listed = await member.call('listImages', at(projectId));
    if (listed.status === 200) passes.set(viewer, listed.body.items[0]?.address.split('/').at(-1) ?? '');
  }
  return passes;
}

async function joinAsMates(app: TestApp, code: string, count: number): Promise<Member[]> {
  const joined: Member[] = [];
  for (let at = 0; at < count; at += 1) {
    const mate = await signUp(app, { name: `Mate ${at}` });
    await join(mate, code, { ...nothing, progress: true });
    joined.push(mate);
  }
  return joined;
}

/** One learner, and one viewer for each relation and scope, whom they let in, and from whom they have taken it back. */
export async function buildPermissions(app: TestApp): Promise<Permissions> {
  const members = new Map<Viewer, Member>();
  const plain = viewers.filter((viewer) => viewer !== 'nobody');
  for (const viewer of plain) {
    const name = viewer === 'learner' ? words.name : `Viewer ${viewer.replace('.', ' ')}`;
    members.set(viewer, await confirm(await signUp(app, { name })));
  }
  const of = (viewer: Viewer) => members.get(viewer) as Member;
  const [learner, creator] = [of('learner'), of('creator')];
  await makeOwner(of('owner'));
  const made = await cohort(creator, { name: 'The cohort' });
  await addMentors(
    made.id,
    [...members].flatMap(([viewer, member]) => (ofCohort(viewer) ? [member] : [])),
  );
  await join(learner, made.code);
  const ids = await grantIds(learner);
  for (const [viewer, member] of members) {
    if (!ofCohort(viewer)) continue;
    const consent = consentOf(partsOf(viewer).scope);
    await learner.ok('changeGrant', { ...at(ids.get(member.id) ?? ''), body: { consent } });
  }
  for (const scope of scopes) await letInAlone(of(`own.${scope}`), learner, scope);
  await mentorToo(creator, made.id, of('notLetIn'));
  await joinAsMates(app, made.code, mates);
  await beSeenByMates(app, { learner, creator, cohortId: made.id, code: made.code }, of);
  const filled = await fillWay(app, learner, of('own.all'), made.id);
  // Nobody needs attention before two weeks; a session ends after as long without use.
  for (let week = 0; week < 2; week += 1) {
    app.advance(8 * day);
    for (const member of members.values()) await renew(member);
  }
  const { id: askId } = await askAndInvite(learner, of);
  await deliverInvitations(app.deps, app.now());
  const passes = await lookAround(members, filled);
  const sheets = await fillSheets(members, learner);
  const world = { app, learner, members, filled, cohortId: made.id, askId, passes, sheets };
  await withdraw(world, creator);
  const clients = { ...Object.fromEntries(members), nobody: clientOf(app) } as Permissions['clients'];
  const { projectId, cohortProjectId, reviewId, cohortReviewId, helpId, projectHelpId, privateId } = filled;
  const markers = markersOf({
    ...{ id: learner.id, handle: learner.account.handle, email: learner.email },
    projectIds: [projectId, cohortProjectId ?? projectId, projectHelpId],
    reviewIds: [reviewId, cohortReviewId ?? reviewId],
    ...{ helpIds: [helpId], privateIds: [privateId] },
  });
  const { attention } = await of('own.all').ok('readLearner', at(learner.id));
  const helpKey = attention?.find(({ help }) => help?.id === helpId)?.key ?? '';
  return { ...world, clients, helpKey, grantId: ids.get(of('cohort.all').id) ?? '', markers };
}

/** The cohort shows names, and the learner agrees; another one of theirs shows nobody. */
async function beSeenByMates(
  app: TestApp,
  { learner, creator, cohortId, code }: { learner: Member; creator: Member; cohortId: string; code: string },
  of: (viewer: Viewer) => Member,
): Promise<void> {
  const { version } = await creator.ok('readCohort', at(cohortId));
  const headers = { 'if-match': `"${version}"` };
  await creator.ok('changeCohort', { ...at(cohortId), body: { seesWhom: 'names' }, headers });
  await learner.ok('changeListing', { ...at(cohortId), body: { isListed: true } });
  await join(of('mateNamed'), code, nothing);
  const silent = await cohort(await signUp(app), { name: 'Another cohort' });
  await join(learner, silent.code, nothing);
  await join(of('mateUnnamed'), silent.code, nothing);
}

async function askAndInvite(learner: Member, of: (viewer: Viewer) => Member) {
  const body = { email: learner.email, cohortId: null, roadmap: 'backend' };
  await of('invited').ok('inviteLearner', { body });
  const to = `@${of('asked').account.handle}`;
  const asking = { to, roadmap: 'backend', sentence: words.sentence, consent: everything };
  return learner.ok('askToMentor', { body: asking });
}
