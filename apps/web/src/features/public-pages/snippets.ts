interface BadgeLink {
  origin: string;
  handle: string;
  roadmap: string;
  theme: 'auto' | 'light' | 'dark';
  /** What is said where the picture is not shown. */
  alt: string;
}

/** The badge's address and the page's, which it leads to. */
function addresses({ origin, handle, roadmap, theme }: BadgeLink): { badge: string; page: string } {
  const query = new URLSearchParams({ roadmap, ...(theme !== 'auto' && { theme }) });
  return { badge: `${origin}/api/public-pages/${handle}/badge?${query}`, page: `${origin}/u/${handle}` };
}

/** For a README. Brackets in the words would end them. */
export function markdownSnippet(link: BadgeLink): string {
  const { badge, page } = addresses(link);
  return `[![${link.alt.replace(/[[\]\\]/g, '')}](${badge})](${page})`;
}

export function htmlSnippet(link: BadgeLink): string {
  const { badge, page } = addresses(link);
  const plain = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return `<a href="${plain(page)}"><img src="${plain(badge)}" alt="${plain(link.alt)}" height="28"></a>`;
}
