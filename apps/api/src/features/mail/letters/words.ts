/** A piece of a sentence: ours, or what somebody else wrote. */
export interface Piece {
  text: string;
  isOthers: boolean;
}

/** A sentence or two. */
export type Words = readonly Piece[];

/** Controls, broken halves of characters, line ends, and what turns a text around or hides words in it. */
const unwanted =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]+/gu;
const longest = 120;

/** One line, in which nothing can pose as a header, hide, or turn the rest of the line around. */
export function cleaned(text: string): string {
  return text.replaceAll(unwanted, ' ').replaceAll(/\s+/gu, ' ').trim();
}

/** The same, and not longer than a name or a subject may be. */
export function oneLine(text: string): string {
  const line = cleaned(text);
  const letters = [...line];
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : line;
}

/**
 * A tagged template: what stands in the template is ours, what is put in is not, and stays on one line.
 * So no letter can forget to clean a name.
 */
export function words(ours: TemplateStringsArray, ...others: readonly (string | number)[]): Words {
  return ours.flatMap((text, place) => {
    const other = others[place];
    const piece = { text, isOthers: false };
    return other === undefined ? [piece] : [piece, { text: oneLine(String(other)), isOthers: true }];
  });
}

/** As plain text. */
export function plainOf(sentence: Words): string {
  return sentence.map(({ text }) => text).join('');
}

/**
 * A name to greet somebody with; empty where it is none. Whoever signs up with another's address chooses the name in
 * the letter to that address, so it must not carry a link, which mail programs would make clickable.
 */
export function greetable(name: string): string {
  const line = oneLine(name);
  const hasLink = /[/\\@]|:\S|[\p{L}\p{N}]\.\p{L}{2,}/u.test(line);
  return hasLink || [...line].length > 60 ? '' : line;
}
