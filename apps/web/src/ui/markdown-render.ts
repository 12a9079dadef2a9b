import MarkdownIt from 'markdown-it';
import { isSafeLink } from './markdown-links';

const markdown = new MarkdownIt({ html: false, linkify: true, typographer: false });
markdown.validateLink = isSafeLink;
// A picture elsewhere would tell its host who reads, and when: it stays a link.
markdown.disable('image');

/** Of our own pictures, where each is. */
export type OwnImages = ReadonlyMap<string, { address: string; width: number; height: number }>;

const ownImage = /!\[((?:[^[\]\\\n]|\\.)*)\]\(image:([0-9a-f]{32})\)/y;
const { escapeHtml } = markdown.utils;

markdown.inline.ruler.before('link', 'own-image', (state, silent) => {
  ownImage.lastIndex = state.pos;
  const found = ownImage.exec(state.src);
  if (!found) return false;
  if (!silent) {
    const token = state.push('own_image', 'img', 0);
    token.content = found[1] ?? '';
    token.meta = { name: found[2] };
  }
  state.pos += found[0].length;
  return true;
});

/** One that is not there, or not for who reads, is its words. */
markdown.renderer.rules.own_image = (tokens, index, _options, env) => {
  const { content = '', meta } = tokens[index] ?? {};
  const alt = escapeHtml(content.replaceAll(/\\(.)/g, '$1'));
  const image = (env as { images?: OwnImages }).images?.get(String(meta?.name));
  if (!image?.address.startsWith('/api/images/')) return `<em>${alt}</em>`;
  const size = `width="${Number(image.width)}" height="${Number(image.height)}"`;
  return `<img src="${escapeHtml(image.address)}" alt="${alt}" ${size} loading="lazy" decoding="async">`;
};

markdown.renderer.rules.link_open = (tokens, index, options, _env, renderer) => {
  tokens[index]?.attrSet('rel', 'noopener noreferrer nofollow ugc');
  return renderer.renderToken(tokens, index, options);
};

/** The page has its own h1 and h2: what is written inside stands below them. */
const lowered = (tag: string) => `h${Math.min(Number(tag.slice(1)) + 2, 6)}`;
markdown.core.ruler.push('lower-headings', (state) => {
  for (const token of state.tokens) if (/^heading_/.test(token.type)) token.tag = lowered(token.tag);
});

/** Safe to set as HTML: raw HTML in `text` is shown as it is written. */
export function renderMarkdown(text: string, images?: OwnImages): string {
  return markdown.render(text, { images });
}
