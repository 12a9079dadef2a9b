import { z } from 'zod';
import { smallBody } from './accounts.js';
import { ActivityDay } from './activity.js';
import { Day, endpoint, Id } from './endpoint.js';
import { Counts } from './progress.js';
import { Build } from './projects.js';
import { Slug } from './roadmaps.js';
import { Handle, Words } from './values.js';

const noneTwice = (all: readonly string[]) => new Set(all).size === all.length;
const twice = 'Each once';

/** What a learner lets anybody see. Nothing, until they say otherwise. */
export const PublicPageChoices = z.strictObject({
  isPublic: z.boolean(),
  /** Plain text. */
  about: Words(280),
  sections: z.strictObject({
    /** Which of my roadmaps; also of which the proof is shown. */
    roadmaps: z.array(Slug).max(20, 'At most 20 roadmaps').refine(noneTwice, twice),
    proof: z.boolean(),
    calendar: z.boolean(),
    /** In the order in which they are shown. One is shown as long as its visibility is `public`. */
    projects: z.array(Id).max(24, 'At most 24 projects').refine(noneTwice, twice),
  }),
});
export type PublicPageChoices = z.infer<typeof PublicPageChoices>;

/** `version` is 0 until they were first saved. */
export const PublicPageSettings = PublicPageChoices.extend({ version: z.int() });
export type PublicPageSettings = z.infer<typeof PublicPageSettings>;

export const PublicStage = Counts.extend({ id: Slug, title: z.string() });

export const PublicRoadmap = z.strictObject({
  slug: Slug,
  title: z.string(),
  counts: Counts,
  stages: z.array(PublicStage),
});

/** A topic that a project shows, or that a mentor has confirmed; of the projects only those that are on the page. */
export const PublicProof = z.strictObject({
  roadmap: Slug,
  title: z.string(),
  topics: z.array(
    z.strictObject({
      id: Slug,
      title: z.string(),
      proof: z.enum(['shown', 'confirmed']),
      projects: z.array(z.strictObject({ title: z.string(), url: z.string().nullable() })),
    }),
  ),
});

export const PublicProject = z.strictObject({
  /** The key of its own page, where it has one. */
  page: z.string().nullable(),
  title: z.string(),
  summary: z.string(),
  build: Build,
  repoUrl: z.string().nullable(),
  repoPath: z.string(),
  demoUrl: z.string().nullable(),
  stack: z.array(z.string()),
  finishedOn: Day.nullable(),
  covers: z.array(z.strictObject({ roadmap: Slug, topicId: Slug, title: z.string(), where: z.string() })),
});

/** Acts by the learner's own day, the last 26 weeks up to `to`. */
export const PublicCalendar = z.strictObject({ from: Day, to: Day, days: z.array(ActivityDay) });

/** Everything that a stranger learns of a learner. A section that is off is empty, or `null`. */
export const PublicPage = z.strictObject({
  handle: z.string(),
  name: z.string(),
  about: z.string(),
  roadmaps: z.array(PublicRoadmap),
  proof: z.array(PublicProof),
  calendar: PublicCalendar.nullable(),
  projects: z.array(PublicProject),
});
export type PublicPage = z.infer<typeof PublicPage>;

const HandlePath = z.strictObject({ handle: Handle });

export const publicPages = {
  readPublicPageSettings: endpoint('readPublicPageSettings', {
    summary: 'What anybody may see of me',
    access: 'member',
    scope: 'profile:read',
    answer: PublicPageSettings,
    problems: [],
  }),
  changePublicPage: endpoint('changePublicPage', {
    summary: 'Publish my page or take it back, and choose what is on it',
    access: 'member',
    ifMatch: true,
    bodyLimit: smallBody,
    body: PublicPageChoices,
    answer: PublicPageSettings,
    problems: [],
  }),
  previewPublicPage: endpoint('previewPublicPage', {
    summary: 'My page as a stranger would see it with these choices; nothing is saved',
    access: 'member',
    idempotent: false,
    bodyLimit: smallBody,
    body: PublicPageChoices,
    answer: PublicPage,
    problems: [],
  }),
  readPublicPage: endpoint('readPublicPage', {
    summary: 'The public page of a learner',
    access: 'anyone',
    params: HandlePath,
    answer: PublicPage,
    problems: ['not-found'],
  }),
  readBadge: endpoint('readBadge', {
    summary: 'How far a learner is, as a picture; the same one for all who show nothing',
    access: 'anyone',
    params: HandlePath,
    query: z.strictObject({ theme: z.enum(['light', 'dark', 'auto']).default('auto'), roadmap: Slug.optional() }),
    streamed: 'svg',
    answer: z.string(),
    problems: [],
  }),
};
