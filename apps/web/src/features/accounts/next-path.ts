/** Where to go after signing in: a path of ours, never another site (`//host`, `/\host`, `/.//host`). */
export function nextPath(search: URLSearchParams, otherwise: string): string {
  const next = search.get('next') ?? '';
  if (!URL.canParse(next, location.origin) || !next.startsWith('/')) return otherwise;
  const url = new URL(next, location.origin);
  return url.origin === location.origin && !url.pathname.startsWith('//')
    ? url.pathname + url.search + url.hash
    : otherwise;
}
