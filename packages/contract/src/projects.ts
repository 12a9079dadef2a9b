import { z } from 'zod';
import { Day, endpoint, Id, IdPath, Instant, PageQuery, pageOf } from './endpoint.js';
import { ReviewState } from './review-state.js';
import { Slug } from './roadmaps.js';

export const Build = z.enum(['idea', 'building', 'finished']);
export type Build = z.infer<typeof Build>;

export const Visibility = z.enum(['private', 'mentors', 'unlisted', 'public']);
export type Visibility = z.infer<typeof Visibility>;

/** Control and bidirectional characters can make an address show as another. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const unsafeInLink = /[\u0000-\u0020\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** An `@` before the path, even with nothing in front of it. */
const userInfo = /^[a-z]+:\/*[^/?#]*@/i;

function link(protocols: readonly string[], message: string) {
  return z
    .string()
    .max(2048, 'At most 2,048 characters')
    .refine((text) => {
      if (unsafeInLink.test(text) || userInfo.test(text) || !URL.canParse(text)) return false;
      const url = new URL(text);
      return protocols.includes(url.protocol) && url.username === '' && url.password === '' && url.hostname !== '';
    }, message);
}

/** https only, without user or password in it. */
export const RepoUrl = link(['https:'], 'Give an https:// address, without a password in it');
/** A demo may also be plain http. */
export const DemoUrl = link(['https:', 'http:'], 'Give an https:// or http:// address, without a password in it');

/** A folder within the repository: `services/api`. No leading slash, no `..`. */
export const RepoPath = z
  .string()
  .max(300, 'At most 300 characters')
  .refine((path) => !unsafeInLink.test(path.replaceAll(' ', '_')), 'Leave out control characters')
  .refine((path) => !/%2e|%2f/i.test(path), 'Write dots and slashes as they are')
  .refine(
    (path) => path === '' || path.split('/').every((part) => part !== '' && part !== '.' && part !== '..'),
    'Give a folder inside the repository, such as services/api',
  );

/** A topic that a project shows, with one line on where in it. */
export const Cover = z.strictObject({
  roadmap: Slug,
  topicId: Slug,
  where: z.string().trim().max(300, 'At most 300 characters'),
});
export type Cover = z.infer<typeof Cover>;

const fields = {
  title: z.string().trim().min(1, 'Give it a title').max(120, 'At most 120 characters'),
  summary: z.string().trim().max(300, 'At most 300 characters'),
  writeUp: z.string().max(10_000, 'At most 10,000 characters'),
  build: Build,
  repoUrl: RepoUrl.nullable(),
  repoPath: RepoPath,
  demoUrl: DemoUrl.nullable(),
  stack: z.array(z.string().trim().min(1).max(40, 'At most 40 characters')).max(20, 'At most 20 entries'),
  hours: z.number().min(0, 'Not less than 0').max(10_000, 'At most 10,000 hours').nullable(),
  startedOn: Day.nullable(),
  finishedOn: Day.nullable(),
  briefId: Slug.nullable(),
  covers: z.array(Cover).max(100, 'At most 100 topics'),
  visibility: Visibility,
  /** Put away: in no list but the archive's, and on no page that others see. What it shows it still shows. */
  isArchived: z.boolean(),
};

export const NewProject = z.strictObject({
  title: fields.title,
  summary: fields.summary.default(''),
  writeUp: fields.writeUp.default(''),
  build: fields.build.default('idea'),
  repoUrl: fields.repoUrl.default(null),
  repoPath: fields.repoPath.default(''),
  demoUrl: fields.demoUrl.default(null),
  stack: fields.stack.default([]),
  hours: fields.hours.default(null),
  startedOn: fields.startedOn.default(null),
  finishedOn: fields.finishedOn.default(null),
  briefId: fields.briefId.default(null),
  covers: fields.covers.default([]),
  visibility: fields.visibility.default('private'),
  isArchived: fields.isArchived.default(false),
});
export type NewProject = z.input<typeof NewProject>;

export const ProjectChanges = z
  .strictObject(fields)
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, 'Name at least one change')
  .meta({ minProperties: 1 });
export type ProjectChanges = z.input<typeof ProjectChanges>;

export const Project = z.strictObject({
  id: Id,
  ...fields,
  version: z.int(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Project = z.infer<typeof Project>;

/** A project as a list shows it: without its write-up. */
export const ProjectCard = Project.omit({ writeUp: true }).extend({
  /** Of the topics that it covers: a topic of the same skill in another roadmap is covered too. */
  skills: z.array(Slug),
});
export type ProjectCard = z.infer<typeof ProjectCard>;

/** One of mine, with how its last review stands; `null`: there was none. */
export const MyProject = ProjectCard.extend({
  review: ReviewState.nullable(),
  /** What a mentor confirmed by it: topics, and the skills that they are. */
  met: z.strictObject({ covers: z.array(Cover.omit({ where: true })), skills: z.array(Slug) }),
});
export type MyProject = z.infer<typeof MyProject>;

export const projects = {
  listProjects: endpoint('listProjects', {
    summary: 'My projects, the last changed first',
    access: 'member',
    scope: 'projects:read',
    query: PageQuery.extend({
      build: Build.optional(),
      /** `no`: as everywhere else, without those that were put away. */
      archived: z.enum(['no', 'yes', 'all']).default('no'),
    }),
    answer: pageOf(MyProject),
    problems: [],
  }),
  createProject: endpoint('createProject', {
    summary: 'Log a project',
    access: 'member',
    scope: 'projects:write',
    body: NewProject,
    answer: Project,
    statuses: [201],
    problems: ['conflict'],
  }),
  readProject: endpoint('readProject', {
    summary: 'One project of mine',
    access: 'member',
    scope: 'projects:read',
    params: IdPath,
    answer: Project,
    problems: ['not-found'],
  }),
  changeProject: endpoint('changeProject', {
    summary: 'Change a project',
    access: 'member',
    scope: 'projects:write',
    ifMatch: true,
    params: IdPath,
    body: ProjectChanges,
    answer: Project,
    problems: ['not-found'],
  }),
  deleteProject: endpoint('deleteProject', {
    summary: 'Delete a project',
    access: 'member',
    scope: 'projects:write',
    ifMatch: true,
    params: IdPath,
    answer: null,
    problems: ['not-found'],
  }),
};
