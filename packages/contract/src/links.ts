import { z } from 'zod';
import { endpoint, IdPath, Instant } from './endpoint.js';

/**
 * What the server found at an address. `dead`: nothing is there any more; `unclear`: it did not answer just now, or said
 * that it is broken; `not-public`: it is not an address of the public web, so nobody else can open it.
 */
export const LinkState = z.enum(['alive', 'dead', 'unclear', 'not-public']);
export type LinkState = z.infer<typeof LinkState>;

/** One link of a project, as it was when it was last looked at; `state` is `null` before the first time. */
export const LinkHealth = z.strictObject({
  kind: z.enum(['repo', 'demo']),
  url: z.string(),
  state: LinkState.nullable(),
  checkedAt: Instant.nullable(),
  /** Since when nothing is there, in a row. */
  deadSince: Instant.nullable(),
  /** Of a dead one: until then it is its learner's matter alone, and nobody is told of it. */
  graceUntil: Instant.nullable(),
});
export type LinkHealth = z.infer<typeof LinkHealth>;

/** `isChecking`: they are looked at now, or as soon as their turn comes. */
const ProjectLinks = z.strictObject({ items: z.array(LinkHealth), isChecking: z.boolean() });

export const links = {
  readLinks: endpoint('readLinks', {
    summary: 'Whether the links of a project of mine lead anywhere',
    access: 'member',
    scope: 'projects:read',
    params: IdPath,
    answer: ProjectLinks,
    problems: ['not-found'],
  }),
  checkLinks: endpoint('checkLinks', {
    summary: 'Look at the links of a project of mine again',
    access: 'member',
    params: IdPath,
    answer: ProjectLinks,
    statuses: [202],
    problems: ['not-found', 'too-many-requests'],
  }),
};
