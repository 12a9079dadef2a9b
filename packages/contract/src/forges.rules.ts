/** How the forges that we know write the address of a comparison, by host; `-` stands before GitLab's own pages. */
const styles: readonly (readonly [host: RegExp, path: (from: string, to: string) => string])[] = [
  [/^github\.com$/, (from, to) => `/compare/${from}...${to}`],
  [/(^|\.)gitlab\./, (from, to) => `/-/compare/${from}...${to}`],
  [/^codeberg\.org$|(^|\.)(gitea|forgejo)\./, (from, to) => `/compare/${from}...${to}`],
  [/^bitbucket\.org$/, (from, to) => `/branches/compare/${to}..${from}`],
];

/**
 * Where a repository's own forge shows what changed between two commits; `null` where a commit was not checked, both are the
 * same, or it is not known how this forge writes such an address.
 */
export function comparisonUrl(repoUrl: string | null, from: string | null, to: string | null): string | null {
  if (!repoUrl || !from || !to || from === to || !URL.canParse(repoUrl)) return null;
  const { origin, hostname, pathname } = new URL(repoUrl);
  const pathOf = styles.find(([host]) => host.test(hostname))?.[1];
  const repository = pathname.replace(/\/+$/, '').replace(/\.git$/, '');
  return pathOf && repository ? `${origin}${repository}${pathOf(from, to)}` : null;
}
