import { accounts } from './accounts.js';
import { activity } from './activity.js';
import type { Endpoint } from './endpoint.js';
import { instance } from './instance.js';
import { mentoring } from './mentoring.js';
import type { EndpointName } from './paths.js';
import { progress } from './progress.js';
import { projects } from './projects.js';
import { roadmaps } from './roadmaps.js';

export * from './accounts.js';
export * from './activity.js';
export * from './endpoint.js';
export * from './instance.js';
export * from './mentoring.js';
export * from './paths.js';
export * from './problems.js';
export * from './progress.js';
export * from './projects.js';
export * from './roadmaps.js';
export * from './rules.js';

/** Every endpoint by name: a path without an endpoint, or the other way round, does not compile. */
export const endpoints = {
  ...instance,
  ...accounts,
  ...roadmaps,
  ...progress,
  ...activity,
  ...projects,
  ...mentoring,
} satisfies Record<EndpointName, Endpoint>;

export type Endpoints = typeof endpoints;
