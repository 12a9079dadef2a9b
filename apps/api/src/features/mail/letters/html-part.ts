import { type Page, unsubscribeLabel } from './letter-content.js';
import { classOf, darkStyles, type Part, styleOf } from './paper.js';
import type { Words } from './words.js';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Safe in an element and in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (letter) => entities[letter] ?? '');
}

/** What others wrote is set apart, so that a name from right to left leaves our sentence as it is. */
function htmlOf(sentence: Words): string {
  return sentence
    .filter(({ text }) => text !== '')
    .map(({ text, isOthers }) => (isOthers ? `<bdi>${escapeHtml(text)}</bdi>` : escapeHtml(text)))
    .join('');
}

/** An element with the look of that part: inline, as mail programs want it, and a class for the dark scheme. */
function element(tag: string, part: Part, inside: string, more = ''): string {
  return `<${tag} class="${classOf(part)}" style="${styleOf(part)}"${more}>${inside}</${tag}>`;
}

/** Two blazes, offset: the product's sign, drawn with cells, since a mail shows neither SVG nor pictures unasked. */
function sign(): string {
  const blaze = (part: Part) => element('div', part, '', ' aria-hidden="true"');
  const cell = (inside: string, top: number) =>
    `<td style="padding:${top}px 2px ${6 - top}px 0;font-size:0;line-height:0" valign="top">${inside}</td>`;
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>${cell(blaze('blazeFirst'), 6)}${cell(blaze('blazeSecond'), 0)}</tr></table>`;
}

/** The letter for programs that show HTML. No script, no picture, nothing that is fetched. */
export function htmlPart(page: Page): string {
  const url = escapeHtml(page.button.url);
  const instance = escapeHtml(page.instance);
  const { noteLines, terms, notYou } = page;
  const inside = [
    element('p', 'text', escapeHtml(page.greeting)),
    ...page.paragraphs.map((each) => element('p', 'text', htmlOf(each))),
    noteLines.length > 0 && element('blockquote', 'note', noteLines.map(escapeHtml).join('<br>'), ' dir="auto"'),
    `<p style="margin:24px 0">${element('a', 'button', escapeHtml(page.button.label), ` href="${url}"`)}</p>`,
    terms && element('p', 'text', htmlOf(terms)),
    notYou && element('p', 'aside', htmlOf(notYou)),
    element('p', 'small', 'If the button does nothing, copy this address into your browser:'),
    element('p', 'address', url),
  ];
  const unsubscribe =
    page.unsubscribeUrl && element('a', 'footLink', unsubscribeLabel, ` href="${escapeHtml(page.unsubscribeUrl)}"`);
  const foot = [
    element('p', 'foot', `Sent by <bdi>${instance}</bdi> at ${escapeHtml(page.host)}`),
    element('p', 'foot', `You get this letter because ${htmlOf(page.why)}`),
    unsubscribe && element('p', 'foot', unsubscribe),
  ];
  const head = `<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td>${sign()}</td><td style="padding-left:8px">${element('span', 'name', `<bdi>${instance}</bdi>`)}</td></tr></table>`;
  return [
    '<!doctype html>',
    '<html lang="en" dir="ltr">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="supported-color-schemes" content="light dark">',
    `<title>${escapeHtml(page.subject)}</title>`,
    `<style>${darkStyles}</style>`,
    '</head>',
    `<body class="${classOf('paper')}" style="${styleOf('paper')}">`,
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="${classOf('ground')}" style="${styleOf('ground')}"><tr><td align="center" style="padding:24px 12px">`,
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;text-align:left">',
    `<tr><td style="padding:0 4px 16px">${head}</td></tr>`,
    `<tr>${element('td', 'card', inside.filter(Boolean).join('\n'))}</tr>`,
    `<tr><td style="padding:16px 4px 0">${foot.filter(Boolean).join('\n')}</td></tr>`,
    '</table>',
    '</td></tr></table>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
