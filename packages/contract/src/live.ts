import { z } from 'zod';
import { endpoint, Id } from './endpoint.js';
import { Slug } from './roadmaps.js';

/**
 * What to read again; never what it now says. `resync`: more changed than is known here, so read everything again.
 * The event's id goes back in `Last-Event-ID`, and what came after it follows.
 */
export const LiveEvent = z.strictObject({
  kind: z.enum([
    'enrolment',
    'room',
    'time',
    'project',
    'account',
    'grant',
    'cohort',
    'look',
    'review',
    'reviewer',
    'notification',
    'mentor-invitation',
    'talk',
    'help',
    'resync',
  ]),
  roadmap: Slug.optional(),
  topicId: Slug.optional(),
  id: Id.optional(),
});
export type LiveEvent = z.infer<typeof LiveEvent>;

export const live = {
  followChanges: endpoint('followChanges', {
    summary: 'What changes of mine, as it changes (server-sent events)',
    access: 'member',
    answer: LiveEvent,
    streamed: 'events',
    problems: [],
  }),
};
