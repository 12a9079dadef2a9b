import type { EndpointName } from '@waymark/contract';
import type { Asking } from '../client.js';
import type { Permissions } from './build-permissions.js';
import { words } from './markers.js';
import type { Kind, Viewer } from './relations.js';

export type Mark = string | RegExp;

/** One way by which something of a learner's reaches somebody. */
export interface Surface {
  kind: 'page' | 'list' | 'search' | 'count' | 'export' | 'calendar' | 'notification' | 'image';
  call: EndpointName;
  asking?: (world: Permissions, viewer: Viewer) => Asking;
  /**
   * To whom it is there: whoever has a `live` grant, or one that shares a kind, or one of several. To all others it is a
   * 404. Left out: everybody has one of their own, and what is not for them is not in it.
   */
  needs?: 'live' | Kind;
  /** What of the learner's stands in it, by what it is known; `name`: to whom a row of theirs is shown. */
  shows: Partial<Record<Kind, Mark>> & { name?: 'live' };
  /** Without one of these nothing of theirs is in it. */
  some?: readonly Kind[];
}

/** One’s own, or that of somebody who sees it all. */
const sheet = ({ sheets }: Permissions, viewer: Viewer): Asking => ({
  params: { id: (sheets.get(viewer) ?? sheets.get('own.all'))?.id ?? '' },
});
const learner = ({ learner: { id } }: Permissions) => ({ id });
const theirs = (world: Permissions): Asking => ({ params: learner(world) });
const way = (world: Permissions): Asking => ({ params: { ...learner(world), slug: 'backend' } });
const topic = ({ filled, ...world }: Permissions): Asking => ({
  params: { ...learner(world as Permissions), slug: 'backend', topicId: filled.first },
});
const review = ({ filled }: Permissions): Asking => ({ params: { id: filled.reviewId } });
const cohortReview = ({ filled }: Permissions): Asking => ({ params: { id: filled.cohortReviewId ?? '' } });
const theCohort = ({ cohortId: id }: Permissions): Asking => ({ params: { id } });
const roster = (query: Record<string, string>) => (): Asking => ({ query });

/** Figures of which three topics are. */
const done = /"done":3\b/;
const lastActive = '"lastActiveDay":"2';
const row = {
  name: 'live',
  progress: done,
  activity: lastActive,
  projects: words.projectHelp,
} as const satisfies Surface['shows'];
const helpShown = { progress: words.topicHelp, projects: words.projectHelp };

/**
 * Every surface. What it shows to whom is worked out from this for each relation and scope; an endpoint that is not here
 * shows nothing of a learner's to anybody else.
 */
export const surfaces: Record<string, Surface> = {
  'the learner’s page': {
    ...{ kind: 'page', call: 'readLearner', asking: theirs, needs: 'live' },
    shows: { name: 'live', progress: words.target, activity: '"acts":', projects: words.project },
  },
  'their calendar of days': {
    ...{ kind: 'calendar', call: 'readLearner', asking: theirs, needs: 'live' },
    shows: {
      name: 'live',
      progress: words.topicHelp,
      activity: /"acts":(?:[5-9]|\d\d)\b/,
      projects: words.projectHelp,
    },
  },
  'their activity, and minutes': {
    ...{ kind: 'page', call: 'readLearner', needs: 'live' },
    asking: (world) => ({ ...theirs(world), query: { roadmap: 'backend' } }),
    shows: { name: 'live', progress: done, activity: '"minutes":613', projects: words.project },
  },
  'a review': {
    ...{ kind: 'page', call: 'readReview', asking: review, needs: 'projects' },
    shows: { projects: words.question },
  },
  'a project as it was': {
    ...{ kind: 'page', call: 'readRevision', needs: 'projects' },
    asking: ({ filled }) => ({ params: { id: filled.projectId, number: '1' } }),
    shows: { projects: words.project },
  },
  'what is begun of a verdict': {
    ...{ kind: 'page', call: 'readReviewDraft', needs: 'projects' },
    asking: (world) => ({ params: { id: world.filled.reviewId, number: '1' } }),
    shows: {},
  },
  'the talk of a way': {
    ...{ kind: 'list', call: 'listTalk', asking: way, needs: 'progress' },
    shows: { progress: /"comments":1/ },
  },
  'the talk on a topic': {
    ...{ kind: 'list', call: 'listTopicComments', asking: topic, needs: 'progress' },
    shows: { progress: words.comment },
  },
  suggestions: {
    ...{ kind: 'list', call: 'listSuggestions', asking: way, needs: 'progress' },
    shows: { progress: words.suggestion },
  },
  'the sheet of a meeting': {
    ...{ kind: 'page', call: 'readMeeting', asking: sheet, needs: 'progress' },
    shows: {
      name: 'live',
      progress: words.sheet,
      activity: '"to":"quiet"',
      notes: '"kind":"note"',
      projects: words.project,
    },
    some: ['progress'],
  },
  'the meetings of a mentor': {
    ...{ kind: 'list', call: 'listMeetings', asking: roster({ as: 'mentor' }) },
    shows: { progress: words.sheet },
  },
  'shared notes': {
    ...{ kind: 'list', call: 'listSharedNotes', asking: theirs, needs: 'notes' },
    shows: { notes: words.note },
  },
  'help that one asks for': {
    ...{ kind: 'list', call: 'listLearnerHelp', asking: theirs, needs: 'live' },
    shows: helpShown,
  },
  'help that is asked for': { kind: 'list', call: 'listHelp', shows: helpShown },
  'the queue of reviews': { kind: 'list', call: 'listReviews', shows: { projects: words.question } },
  'what is said in a review': {
    ...{ kind: 'list', call: 'listComments', asking: review, needs: 'projects' },
    shows: { projects: words.said },
  },
  'the roster': { kind: 'list', call: 'listLearners', shows: row },
  'the roster by name': { kind: 'list', call: 'listLearners', asking: roster({ sort: 'name' }), shows: row },
  'the roster by done': { kind: 'list', call: 'listLearners', asking: roster({ sort: 'done' }), shows: row },
  'the roster by last act': { kind: 'list', call: 'listLearners', asking: roster({ sort: 'last-active' }), shows: row },
  'a search for their name': {
    ...{ kind: 'search', call: 'listLearners', asking: roster({ q: 'markn' }) },
    shows: row,
  },
  'a search for what they wrote': {
    ...{ kind: 'search', call: 'listLearners', asking: roster({ q: words.project }) },
    shows: {},
  },
  'who needs attention': {
    ...{ kind: 'search', call: 'listLearners', asking: roster({ attention: 'asked-for-help' }) },
    shows: { progress: done, activity: lastActive, projects: words.projectHelp },
    some: ['progress', 'projects'],
  },
  'the roster as a file': {
    ...{ kind: 'export', call: 'exportLearners' },
    shows: { name: 'live', progress: /,3,\d,0,/, activity: /,20\d\d-\d\d-\d\d,/, projects: words.project },
  },
  notifications: {
    ...{ kind: 'notification', call: 'listNotifications', asking: roster({ limit: '100' }) },
    shows: { progress: '"kind":"topic"', projects: words.project },
  },
  'how many are unread': {
    ...{ kind: 'count', call: 'countNotifications' },
    shows: { progress: /"unread":[2-9]/, projects: /"unread":[2-9]/ },
  },
  'the images of a project': {
    ...{ kind: 'list', call: 'listImages', needs: 'projects' },
    asking: ({ filled }) => ({ params: { id: filled.projectId } }),
    shows: { projects: '/api/images/' },
  },
  'an image at the address that one was given': {
    ...{ kind: 'image', call: 'readImage', needs: 'projects' },
    asking: ({ passes }, viewer) => ({ params: { pass: passes.get(viewer) ?? neverWas } }),
    shows: {},
  },
};

const neverWas = `${'0'.repeat(24)}.${'0'.repeat(24)}.123456.${'x'.repeat(43)}`;

/** What mentors of the cohort alone have. */
export const cohortSurfaces: Record<string, Surface> = {
  'a review that the cohort is asked for': {
    ...{ kind: 'page', call: 'readReview', asking: cohortReview, needs: 'projects' },
    shows: { projects: words.question },
  },
  'the roster of the cohort': {
    ...{ kind: 'list', call: 'listLearners', shows: row },
    asking: ({ cohortId }) => ({ query: { cohort: cohortId } }),
  },
  'the cohort stage by stage': {
    ...{ kind: 'list', call: 'listGlanceRows', asking: theCohort },
    shows: { name: 'live', progress: done },
  },
  'how many learn in the cohort': {
    ...{ kind: 'count', call: 'readGlance', asking: theCohort },
    shows: { progress: '"sharing":6' },
  },
};

/** Shown by another right than a grant: what, to whom, and nothing beyond it. */
export const otherRights: Partial<
  Record<EndpointName, Partial<Record<string, readonly ('name' | 'email' | 'sentence')[]>>>
> = {
  // Of who keeps what they share closed, the name, so that nobody thinks it lost.
  listPaused: { paused: ['name'] },
  // Whom one invited, as one wrote it.
  listMentorInvitations: { invited: ['email'] },
  // Who asks, and what for.
  listNotifications: { asked: ['name'] },
  listReceivedAsks: { asked: ['name', 'sentence'] },
  // Of the learners of a cohort that shows names, who agreed to it.
  listCohortNames: { mateNamed: ['name'] },
  // Whom an owner lets into the instance, and what they did to their account.
  listMembers: { owner: ['name', 'email'] },
  readMember: { owner: ['name', 'email'] },
  listAudit: { owner: ['name'] },
};
