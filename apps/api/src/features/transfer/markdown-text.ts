/** What Markdown would read as more than the character that it is. */
const special = /[\\`*_[\]()<>#!|~&]/g;

/** A text of one line as it was written: nothing in it becomes a heading, a link, a list or HTML. */
export function plainLine(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(special, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

/**
 * What somebody wrote in Markdown, as a block quote. Each line stays as it is behind its `> `, and whatever it opens (a
 * heading, a list, a fence, a comment) ends with the quote, so the document around it stays what it is.
 */
export function quoted(markdown: string): string {
  return markdown
    .split(/\r\n|\r|\n/)
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

/** An address between the brackets that let it hold anything but brackets and line breaks. */
export function linkTo(url: string): string {
  return `<${url.replaceAll(/[<>\s\\]/g, encodeURIComponent)}>`;
}
