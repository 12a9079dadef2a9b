import { type Page, unsubscribeLabel } from './letter-content.js';
import { plainOf } from './words.js';

const width = 72;

/** Breaks at spaces alone: a link stays in one piece, whatever its length. */
export function wrap(text: string, indent = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].map((each) => `${indent}${each}`.trimEnd()).join('\n');
}

/** The letter for programs and people who read plain text. */
export function textPart(page: Page): string {
  const { button, terms, notYou, noteLines, instance, host } = page;
  const blocks = [
    wrap(page.greeting),
    ...page.paragraphs.map((each) => wrap(plainOf(each))),
    noteLines.length > 0 && noteLines.map((line) => wrap(line, '> ')).join('\n'),
    `${button.label}:\n${button.url}`,
    terms && wrap(plainOf(terms)),
    notYou && wrap(plainOf(notYou)),
    // The sign by which mail programs know a signature.
    [
      '-- ',
      wrap(`Sent by ${instance} at ${host}`),
      wrap(`You get this letter because ${plainOf(page.why)}`),
      ...(page.unsubscribeUrl ? [`${unsubscribeLabel}:`, page.unsubscribeUrl] : []),
    ].join('\n'),
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}
