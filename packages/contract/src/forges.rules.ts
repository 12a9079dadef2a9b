/** How the forges that we know write the address of a comparison, by host; `-` stands before GitLab's own pages. */
const styles: readonly (readonly [host: RegExp, path: (from: string, to: string) => string])[] = [
  [/^github\.com$/, (from, to) => `/compare/${from}...${to}`],
  [/(^|\.)gitlab\./, (from, to) => `/-/compare/${from}...${to}`],
  [/^codeberg\.org$|(^|\.)(gitea|forgejo)\./, (from, to) => `/compare/${from}...${to}`],
  [/^bitbucket\.org$/, (from, to) => `/branches/compare/${to}..${from}`],
];

interface Checkout {
  repoUrl: string | null;
  /** As its forge told it; `null` where it could not be asked. */
  commit: string | null;
}

/** Why there is nothing to open: both are the same, or what is missing to compare them. */
export type NoComparison = 'same' | 'no_repository' | 'moved' | 'not_checked' | 'forge_unknown';

/** `https://github.com/ada/x.git/` and `https://github.com/ada/x` are one repository. */
const repositoryOf = (url: string) => (URL.canParse(url) ? url.replace(/\/+$/, '').replace(/\.git$/, '') : '');

/** Where a repository's own forge shows what changed between two revisions, or why it cannot. */
export function comparisonOf(from: Checkout, to: Checkout): { url: string } | { none: NoComparison } {
  if (!from.repoUrl || !to.repoUrl) return { none: 'no_repository' };
  const repository = repositoryOf(to.repoUrl);
  if (repositoryOf(from.repoUrl) !== repository) return { none: 'moved' };
  if (!from.commit || !to.commit) return { none: 'not_checked' };
  if (from.commit === to.commit) return { none: 'same' };
  if (!repository) return { none: 'forge_unknown' };
  const { origin, hostname, pathname } = new URL(repository);
  const pathOf = styles.find(([host]) => host.test(hostname))?.[1];
  if (!pathOf || pathname === '/') return { none: 'forge_unknown' };
  return { url: `${origin}${pathname}${pathOf(from.commit, to.commit)}` };
}
