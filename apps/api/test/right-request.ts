import { type EndpointName, endpoints } from '@waymark/contract';
import { table } from './access-table.js';
import { viewers, type World } from './access-world.js';
import { everything, goodPassword, newEmail } from './build.js';
import type { Asking, Client } from './client.js';
import { canary } from './hostile.js';

type Body = Record<string, unknown>;

const publicPage = ({ projectId }: World): Body => ({
  isPublic: true,
  about: 'Hello',
  sections: { roadmaps: ['backend'], proof: true, calendar: true, projects: [projectId] },
});

/** Bodies with every field in it, where the access table's have only what is needed. */
const full: Partial<Record<EndpointName, (world: World) => Body>> = {
  signUp: () => ({ name: 'Ada', email: newEmail(), password: `${canary} long`, timeZone: 'UTC', staySignedIn: true }),
  signIn: ({ former }) => ({ email: former.email, password: former.password, staySignedIn: true }),
  changeMe: () => ({ name: 'Ada', handle: `h${newEmail().slice(1, 9)}`, timeZone: 'UTC', weekStartsOn: 7 }),
  startIdentity: () => ({ purpose: 'sign-in', next: '/', staySignedIn: true }),
  finishIdentity: () => ({ query: 'code=a&state=b', code: '123456' }),
  verifyEmail: () => ({ token: 'never-was', password: goodPassword }),
  changeSettings: () => ({
    ...{ name: 'Waymark', welcome: 'Hello', blaze: 'amber', twoFactor: 'optional' },
    signUp: { who: 'anyone', domains: ['example.org'], verifiedFirst: false },
  }),
  createInvitation: () => ({ email: newEmail(), note: 'Hello', uses: 1, expiresInDays: 7 }),
  putEnrolment: () => ({
    plan: {
      ...{ hoursPerWeek: 5, daysPerWeek: 2, targetDate: null, hideEstimates: false },
      pauses: [{ from: '2040-02-01', to: '2040-02-07' }],
    },
    choices: {},
  }),
  startOver: () => ({ replaceFormer: true }),
  makeCalendarFeed: () => ({ weekStartsOn: 7 }),
  setTopic: () => ({ state: 'done', at: '2039-12-31T10:00:00Z', known: false }),
  setTopics: ({ topicId }) => ({ topics: { [topicId]: { state: 'done', at: '2039-12-31T10:00:00Z', known: false } } }),
  previewPublicPage: publicPage,
  changePublicPage: publicPage,
  previewImport: ({ projectId }) => ({
    formatVersion: 2,
    part: 'projects',
    items: [{}],
    keep: { [projectId]: 'both' },
  }),
  importPart: ({ projectId }) => ({ formatVersion: 2, part: 'projects', items: [{}], keep: { [projectId]: 'both' } }),
  joinCohort: ({ code }) => ({ code, consent: everything }),
  changeCohort: () => ({ name: 'C', startsOn: '2040-01-02', endsOn: null, seesWhom: 'names', isArchived: false }),
  renewCohortCode: () => ({ expiresInDays: 7, uses: 5 }),
  createProject: ({ topicId }) => ({
    ...{ title: 'T', summary: 'S', writeUp: 'W', build: 'building', repoUrl: 'https://example.org/a', repoPath: 'src' },
    ...{ demoUrl: 'http://example.org', stack: ['node'], hours: 3, startedOn: '2039-01-01', finishedOn: '2039-02-01' },
    ...{ briefId: null, covers: [{ roadmap: 'backend', topicId, where: 'src' }], visibility: 'private' },
    isArchived: false,
  }),
};

/** Somebody who is let in, asking for what is theirs: one thing of it is then made hostile. */
export function rightRequest(world: World, name: EndpointName): { client: Client; asked: Asking } {
  const { expected, asking, theirs } = table[name];
  const first = endpoints[name].access === 'owner' ? 'owner' : 'learner';
  const admitted = viewers.filter((viewer) => viewer !== 'stranger' && expected[viewer] < 400);
  const asked = asking(world);
  const params = theirs ? { ...asked.params, [theirs.param]: theirs.of(world) } : asked.params;
  const body = full[name === 'changeProject' ? 'createProject' : name]?.(world) ?? asked.body;
  return {
    client: world[admitted.find((viewer) => viewer === first) ?? admitted[0] ?? first],
    asked: { ...asked, ...(params && { params }), ...(body !== undefined && { body }) },
  };
}
