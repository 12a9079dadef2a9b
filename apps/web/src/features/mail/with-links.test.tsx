import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { WithLinks } from './with-links';

const shown = (text: string) => renderToStaticMarkup(<WithLinks text={text} />);
const link = (address: string) => `<a href="${address}">${address}</a>`;

it.each([
  [
    'Go on:\nhttps://way.example.org/reset/aB3-_xYz\n\nBye',
    `Go on:\n${link('https://way.example.org/reset/aB3-_xYz')}\n\nBye`,
  ],
  ['See http://127.0.0.1:3000/mailbox.', `See ${link('http://127.0.0.1:3000/mailbox')}.`],
  ['(https://a.example/b, or not)', `(${link('https://a.example/b')}, or not)`],
  ['two https://a.example/1 https://a.example/2', `two ${link('https://a.example/1')} ${link('https://a.example/2')}`],
])('makes the addresses in “%s” links', (text, html) => {
  expect(shown(text)).toBe(html);
});

it.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://a.example', 'way.example.org', '<a href="x">y</a>'])(
  'leaves “%s” the text that it is',
  (text) => {
    expect(shown(text)).not.toMatch(/<a/);
  },
);
