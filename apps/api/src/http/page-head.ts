/** What a page says of itself to who does not run it: a search engine, or a chat that shows a link. */
export interface PageHead {
  /** With the instance's name behind it, as the client writes it, too. */
  title: string;
  description: string;
  siteName: string;
  /** The one address of the page, with its origin. */
  url: string;
  /** Whole address of a square picture that a chat shows beside it. */
  picture: string;
  kind: 'website' | 'article' | 'profile';
  /** `false`: nobody is to list it. */
  isListed: boolean;
  /** There is nothing at this address. */
  isMissing?: boolean;
}

/** What a page's own feature says; the rest is the instance's. */
export type Said = Omit<PageHead, 'siteName' | 'url' | 'picture'>;

const longestDescription = 200;

function escapeHtml(text: string): string {
  const names: Record<string, string> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": '#39' };
  return text.replace(/[&<>"']/g, (each) => `&${names[each]};`);
}

/** One line of at most 200 characters, ended at a word. */
export function describe(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if ([...line].length <= longestDescription) return line;
  const cut = [...line].slice(0, longestDescription - 1).join('');
  return `${cut.replace(/\s+\S{0,20}$/, '')}…`;
}

function tagsOf(head: PageHead): string {
  const description = describe(head.description);
  const title = `${head.title} · ${head.siteName}`;
  const meta = (kind: 'name' | 'property', name: string, content: string) =>
    `<meta ${kind}="${name}" content="${escapeHtml(content)}" />`;
  const listed = [
    `<link rel="canonical" href="${escapeHtml(head.url)}" />`,
    meta('property', 'og:type', head.kind),
    meta('property', 'og:site_name', head.siteName),
    meta('property', 'og:title', head.title),
    meta('property', 'og:description', description),
    meta('property', 'og:url', head.url),
    meta('property', 'og:image', head.picture),
    meta('name', 'twitter:card', 'summary'),
    meta('name', 'twitter:title', head.title),
    meta('name', 'twitter:description', description),
  ];
  const tags = [
    `<title>${escapeHtml(title)}</title>`,
    meta('name', 'description', description),
    ...(head.isListed ? listed : [meta('name', 'robots', 'noindex')]),
  ];
  return tags.join('\n    ');
}

/** `page` is the built index.html: its title gives way to `head`, and its description too. No text of anybody's leaves its place. */
export function writeHead(page: string, head: PageHead): string {
  const without = page.replace(/\s*<meta name="description"[^>]*>/, '');
  // As a function, so that a `$&` in somebody's words stays what it is.
  return without.replace(/<title>[^<]*<\/title>/, () => tagsOf(head));
}
