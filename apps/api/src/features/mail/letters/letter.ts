import { htmlPart } from './html-part.js';
import type { LetterContent, Page } from './letter-content.js';
import { textPart } from './text-part.js';
import { cleaned, greetable, oneLine, plainOf } from './words.js';

/** A letter, ready to be sent. `kind` names it in the outbox. */
export interface Letter {
  kind: string;
  subject: string;
  text: string;
  html: string;
  /** For the address line, where it is known and fit for it. */
  toName?: string;
  /** For mail programs that offer to end such letters by one click. */
  unsubscribeUrl?: string;
}

const mostNoteLines = 20;

/** Turns the one description into subject, text and HTML. */
export function writeLetter(content: LetterContent): Letter {
  const name = greetable(content.name ?? '');
  const page: Page = {
    ...content,
    instance: oneLine(content.instance),
    subject: oneLine(plainOf(content.subject)),
    greeting: name ? `Hello ${name},` : 'Hello,',
    noteLines: noteLines(content.note ?? ''),
    host: new URL(content.button.url).host,
  };
  const { kind, subject, unsubscribeUrl } = page;
  const text = textPart(page);
  const html = htmlPart(page);
  return { kind, subject, text, html, ...(name && { toName: name }), ...(unsubscribeUrl && { unsubscribeUrl }) };
}

function noteLines(note: string): string[] {
  const lines = note
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(cleaned)
    .slice(0, mostNoteLines);
  return lines.some((line) => line !== '') ? lines : [];
}
