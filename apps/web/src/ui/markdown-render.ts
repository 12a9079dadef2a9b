import MarkdownIt from 'markdown-it';
import { isSafeLink } from './markdown-links';

const markdown = new MarkdownIt({ html: false, linkify: true, typographer: false });
markdown.validateLink = isSafeLink;
// A picture would tell its host who reads, and when.
markdown.disable('image');

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
export function renderMarkdown(text: string): string {
  return markdown.render(text);
}
