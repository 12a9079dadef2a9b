/**
 * The routes that the pages of a stranger ask for: open to anyone, and without an `Idempotency-Key`. They are part of
 * everybody's first load; all others are fetched with the first call that needs one.
 */
export const firstPaths = {
  signUp: 'POST /api/accounts',
  signIn: 'POST /api/sessions',
  refreshSession: 'POST /api/sessions/refresh',
  signOut: 'DELETE /api/sessions/current',
  startIdentity: 'POST /api/identities/:provider/start',
  readInstance: 'GET /api/instance',
  listRoadmaps: 'GET /api/roadmaps',
  readRoadmap: 'GET /api/roadmaps/:slug',
  readPublicPage: 'GET /api/public-pages/:handle',
} as const;

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Route {
  method: Method;
  path: string;
}

/** `'GET /api/x/:id'` split into its method and its path. */
export function splitRoute(route: string): Route {
  const [method, path] = route.split(' ') as [Method, string];
  return { method, path };
}
