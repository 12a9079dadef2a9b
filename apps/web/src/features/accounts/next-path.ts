/** Where to go after signing in: home, or a path of ours, never another site (`//host`, `/\host`, `/.//host`). */
export function nextPath(search: URLSearchParams): string {
  const home = '/';
  const next = search.get('next') ?? '';
  if (!URL.canParse(next, location.origin) || !next.startsWith('/')) return home;
  const url = new URL(next, location.origin);
  return url.origin === location.origin && !url.pathname.startsWith('//') ? url.pathname + url.search + url.hash : home;
}
