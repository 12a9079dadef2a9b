import { firstPaths, splitRoute } from '@waymark/contract/first-paths';
import type { EndpointName } from '@waymark/contract/paths';
import type { CallRoute } from './all-routes';
import { offline } from './problem';

const first: Partial<Record<EndpointName, string>> = firstPaths;

/** The table of all of them is no part of the first load. */
export const loadRoutes = () => import('./all-routes');

export async function routeOf(name: EndpointName): Promise<CallRoute> {
  const known = first[name];
  if (known) return { ...splitRoute(known), isOpen: true, takesKey: false };
  const routes = await loadRoutes().catch(() => {
    throw offline();
  });
  return routes.anyRoute(name);
}
