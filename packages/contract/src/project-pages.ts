import { z } from 'zod';
import { endpoint, IdPath, Instant } from './endpoint.js';
import { Image } from './images.js';
import { Project } from './projects.js';
import { Slug } from './roadmaps.js';

/** The name of a page in its address: 128 bits that nobody can guess. */
export const PageKey = z.string().regex(/^[\w-]{16,64}$/, 'Not a page of ours');

/** How a project of mine is shown to strangers: who has the address sees it while it is `unlisted` or `public`. */
export const ProjectPageSettings = z.strictObject({
  /** `null`: it never had a page. */
  key: PageKey.nullable(),
  /** My name is on it, and those of reviewers who agreed to be named. */
  isNamed: z.boolean(),
});
export type ProjectPageSettings = z.infer<typeof ProjectPageSettings>;

/** One topic that a project covers, and how far the project backs it. */
export const ShownTopic = z.strictObject({
  roadmap: Slug,
  topicId: Slug,
  title: z.string(),
  where: z.string(),
  /** `null`: nobody has confirmed it. */
  confirmed: z
    .strictObject({
      at: Instant,
      revision: z.int(),
      /** `null`: not to be named. */
      reviewer: z.string().nullable(),
    })
    .nullable(),
});

/** What a stranger sees of a project. */
export const ProjectPage = z.strictObject({
  ...Project.pick({
    title: true,
    summary: true,
    writeUp: true,
    build: true,
    repoUrl: true,
    repoPath: true,
    demoUrl: true,
    stack: true,
    hours: true,
    startedOn: true,
    finishedOn: true,
  }).shape,
  /** The title of the brief that it answers. */
  brief: z.string().nullable(),
  /** `handle`: of a public page, where there is one. */
  learner: z.strictObject({ name: z.string(), handle: z.string().nullable() }).nullable(),
  topics: z.array(ShownTopic),
  /** Those that its write-up shows, at addresses that anybody may open. */
  images: z.array(Image.pick({ name: true, address: true, width: true, height: true })),
  /** The newest, and the one that was approved last; `null`: none. */
  revision: z.int().nullable(),
  approvedRevision: z.int().nullable(),
});
export type ProjectPage = z.infer<typeof ProjectPage>;

export const projectPages = {
  readProjectPageSettings: endpoint('readProjectPageSettings', {
    summary: 'The page of a project of mine, for strangers',
    access: 'member',
    params: IdPath,
    answer: ProjectPageSettings,
    problems: ['not-found'],
  }),
  changeProjectPage: endpoint('changeProjectPage', {
    summary: 'Give a project of mine a page with an address of its own, or a new address, which ends the one before',
    access: 'member',
    params: IdPath,
    body: z.strictObject({ isNamed: z.boolean(), newAddress: z.boolean().default(false) }),
    answer: ProjectPageSettings,
    problems: ['not-found'],
  }),
  readProjectPage: endpoint('readProjectPage', {
    summary: 'A project, for whoever has the address of its page',
    access: 'anyone',
    params: z.strictObject({ key: PageKey }),
    answer: ProjectPage,
    problems: ['not-found'],
  }),
};
