import { randomBytes } from 'node:crypto';
import type { Account, Answer, Consent, Endpoints, Sent, SignedIn } from '@waymark/contract';
import { Account as AccountDocument } from '../src/features/accounts/accounts.model.js';
import { type Client, clientOf } from './client.js';
import type { TestApp } from './start.js';

export interface Member extends Client {
  id: string;
  email: string;
  password: string;
  account: Account;
}

type Body<N extends keyof Endpoints> = NonNullable<Sent<Endpoints[N]>['body']>;

export const goodPassword = 'correct horse battery staple';

/** An address that nobody had before in this run. */
export function newEmail(): string {
  return `m${randomBytes(8).toString('hex')}@example.org`;
}

/** The `name=value` of a Set-Cookie header. */
export function cookieOf(setCookie: readonly string[] | undefined): string | undefined {
  return setCookie?.[0]?.split(';')[0];
}

/** What a sign-up answers where no verified address is asked for first. */
export function signedInOf(answer: Answer<Endpoints['signUp']>): SignedIn {
  if (!('account' in answer)) throw new Error('the address has to be verified first');
  return answer;
}

/** Makes an owner of a member, as the first owner's link does. */
export async function makeOwner<M extends { id: string }>(member: M): Promise<M> {
  await AccountDocument.updateOne({ _id: member.id }, { $set: { role: 'owner' } });
  return member;
}

/** As if they had followed the link that was mailed to their address. */
export async function confirm<M extends { id: string }>(member: M): Promise<M> {
  await AccountDocument.updateOne({ _id: member.id }, { $set: { verifiedAt: new Date(0) } });
  return member;
}

/** A new member, signed in, with a token and a cookie of their own. */
export async function signUp(app: TestApp, overrides: Partial<Body<'signUp'>> = {}): Promise<Member> {
  const body = { name: 'Ada Example', email: newEmail(), password: goodPassword, ...overrides };
  const answered = await clientOf(app).call('signUp', { body });
  const { account, accessToken } = signedInOf(answered.body);
  const client = clientOf(app, accessToken, cookieOf(answered.headers['set-cookie']));
  return Object.assign(client, { id: account.id, email: body.email, password: body.password, account });
}

/** The same member on another device. */
export async function signInAgain(member: Member, overrides: Partial<Body<'signIn'>> = {}): Promise<Member> {
  const body = { email: member.email, password: member.password, ...overrides };
  const answered = await clientOf(member.app).call('signIn', { body });
  const client = clientOf(member.app, answered.body.accessToken, cookieOf(answered.headers['set-cookie']));
  return Object.assign(client, {
    id: member.id,
    email: body.email,
    password: body.password,
    account: answered.body.account,
  });
}

/**
 * A member who signs in while `act` ends their sessions: after that was done, and before its transaction is over, so that
 * what it changes lets them in still.
 */
export async function comeInDuring(app: TestApp, member: Member, act: () => Promise<unknown>): Promise<Member> {
  const { endAll } = app.sessions;
  let late: Member | undefined;
  app.sessions.endAll = async (...given) => {
    const ended = await endAll(...given);
    late ??= await signInAgain(member);
    return ended;
  };
  try {
    await act();
  } finally {
    app.sessions.endAll = endAll;
  }
  if (!late) throw new Error('nobody’s sessions were ended');
  return late;
}

/** A new access token, as a browser gets one: needed once the clock has moved by ten minutes. */
export async function renew(member: Member): Promise<void> {
  const answered = await member.call('refreshSession');
  member.token = answered.body.accessToken;
  member.cookie = cookieOf(answered.headers['set-cookie']);
}

export function follow(learner: Client, body: Body<'putEnrolment'> = {}, slug = 'backend') {
  return learner.ok('putEnrolment', { params: { slug }, body });
}

export function setTopic(learner: Client, topicId: string, body: Body<'setTopic'>, slug = 'backend') {
  return learner.ok('setTopic', { params: { slug, topicId }, body });
}

export function changeRoom(learner: Client, topicId: string, body: Body<'changeRoom'>, slug = 'backend') {
  return learner.ok('changeRoom', { params: { slug, topicId }, body });
}

export function writeNote(learner: Client, topicId: string, text: string, base: number, slug = 'backend') {
  return learner.ok('writeNote', { params: { slug, topicId }, body: { text, base } });
}

export function logTime(learner: Client, topicId: string, body: Omit<Body<'addTime'>, 'roadmap' | 'topicId'>) {
  return learner.ok('addTime', { body: { roadmap: 'backend', topicId, ...body } });
}

export function project(learner: Client, overrides: Partial<Body<'createProject'>> = {}) {
  return learner.ok('createProject', { body: { title: 'Link shortener', ...overrides } });
}

/** A project that shows what it covers. */
export function finishedProject(
  learner: Client,
  topicIds: readonly string[],
  overrides: Partial<Body<'createProject'>> = {},
) {
  return project(learner, {
    build: 'finished',
    repoUrl: 'https://example.org/ada/shortener',
    visibility: 'mentors',
    covers: topicIds.map((topicId) => ({ roadmap: 'backend', topicId, where: 'src/' })),
    ...overrides,
  });
}

export function askForReview(learner: Client, id: string, body: Partial<Body<'askForReview'>> = {}) {
  return learner.ok('askForReview', { params: { id }, body: { question: 'Is the redirect sound?', ...body } });
}

export async function cohort(mentor: Client, overrides: Partial<Body<'createCohort'>> = {}) {
  const made = await mentor.ok('createCohort', { body: { name: 'Spring cohort', roadmap: 'backend', ...overrides } });
  if (!made.code) throw new Error('a new cohort has a code');
  return { ...made, code: made.code };
}

export const everything: Consent = { progress: true, activity: true, notes: true, projects: true };
export const nothing: Consent = { progress: false, activity: false, notes: false, projects: false };

export function join(learner: Client, code: string, consent: Partial<Consent> = {}) {
  return learner.ok('joinCohort', { body: { code, consent: { ...everything, ...consent } } });
}

/** Has somebody mentor a cohort too. */
export async function mentorToo(mentor: Client, cohortId: string, other: Member) {
  await mentor.ok('offerCohort', { params: { id: cohortId }, body: { handle: other.account.handle } });
  const offers = (await other.ok('listMyCohortOffers')).items;
  const id = offers.find(({ cohort: { id } }) => id === cohortId)?.id ?? '';
  return other.ok('acceptCohortOffer', { params: { id } });
}

/** A mentor with a cohort, and a learner who joined it sharing `consent`. */
export async function mentored(app: TestApp, consent: Partial<Consent> = {}) {
  const [mentor, learner] = await Promise.all([
    signUp(app, { name: 'Mia Mentor' }),
    signUp(app, { name: 'Lea Learner' }),
  ]);
  const made = await cohort(mentor);
  await join(learner, made.code, consent);
  const [grant] = (await learner.ok('listGrants')).items;
  if (!grant) throw new Error('joining makes a grant');
  return { mentor, learner, cohort: made, grant };
}
