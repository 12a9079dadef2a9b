import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linkTo, plainLine, quoted } from './markdown-text.js';

const nasty = fc.array(
  fc.constantFrom(
    '# x',
    '===',
    '```',
    '~~~',
    '<!--',
    '- [x] done',
    '> q',
    '',
    '  ',
    '[a]: http://e.example',
    '\r',
    'ä',
  ),
  { maxLength: 12 },
);

it('keeps each line of what somebody wrote, and lets none of it begin a line of the document', () => {
  fc.assert(
    fc.property(nasty, (lines) => {
      const text = lines.join('\n');
      const out = quoted(text).split('\n');
      for (const line of out) expect(line.startsWith('>')).toBe(true);
      expect(out.map((line) => line.replace(/^> ?/, ''))).toEqual(text.split(/\r\n|\r|\n/));
    }),
  );
});

it('makes one line of a title, in which nothing means more than it says', () => {
  expect(plainLine('# A\n- [b](javascript:x) <i> `c`')).toBe('\\# A - \\[b\\]\\(javascript:x\\) \\<i\\> \\`c\\`');
  expect(plainLine('1. first')).toBe('1\\. first');
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(plainLine(text)).not.toMatch(/[\n\r]|^#|^\d+[.)]|(?<!\\)(\\\\)*[<[`*_]/);
    }),
  );
});

it('lets an address out of its brackets nowhere', () => {
  expect(linkTo('https://e.example/a>b <c')).toBe('<https://e.example/a%3Eb%20%3Cc>');
});
