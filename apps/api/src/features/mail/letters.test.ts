import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyLetter, type Given, opened, plainlyGiven } from '../../../test/every-letter.js';
import { letters } from './letters.js';

const kinds = Object.entries(everyLetter).map(([key, write]) => ({ key, write }));
/** Their second link ends them. */
const ending = opened('unsubscribe');
const canBeEnded = (key: string) => ['digest', 'learnersWeek', 'mentorsWeek'].includes(key);
const count = (text: string, part: string) => text.split(part).length - 1;

/** The words of an HTML part, as somebody would read them. */
function wordsOf(html: string): string {
  const body = html.slice(html.indexOf('<body'));
  const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };
  return body
    .replaceAll(/<\/?bdi>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&[a-z#0-9]+;/g, (entity) => entities[entity] ?? entity)
    .replaceAll(/\s+/g, ' ');
}

/** The tags with what they are given, without what stands between them. */
const skeletonOf = (html: string) => html.match(/<[^>]*>/g)?.join('');

it('names every letter that there is', () => {
  expect(Object.keys(everyLetter).sort()).toEqual(Object.keys(letters).sort());
  const found = kinds.map(({ write }) => write(plainlyGiven).letter.kind);
  expect(new Set(found).size).toBe(Object.keys(letters).length);
});

describe.each(kinds)('$key', ({ key, write }) => {
  const { letter, url } = write(plainlyGiven);

  it('holds its link once as text, and once to press and once to copy as HTML', () => {
    expect(count(letter.text.replaceAll(/^-- $[\s\S]*/gm, ''), url)).toBe(1);
    expect(/https?:\/\/\S+/.exec(letter.text)?.[0]).toBe(url);
    expect([count(letter.html, `href="${url}"`), count(letter.html, url)]).toEqual([1, 2]);
    expect(letter.html.match(/(?:href|src|url\()[^\s>]*/g)).toEqual([
      `href="${url}"`,
      ...(canBeEnded(key) ? [`href="${ending}"`] : []),
    ]);
  });

  it('says the same in both parts, to whom, from where and why', () => {
    const read = wordsOf(letter.html);
    const lines = letter.text
      .replaceAll(/^> ?|^-- $/gm, '')
      .replace(url, '')
      .replace(ending, '')
      .replaceAll(/\s+/g, ' ');
    for (const sentence of lines.split(/(?<=[.,:?]) /)) expect(read).toContain(sentence.replace(/:$/, '').trim());
    const isNameless = ['invitation', 'mentorAsk'].includes(key);
    if (!isNameless) expect(letter).toMatchObject({ toName: 'Ada Example' });
    expect(letter.text).toMatch(isNameless ? /^Hello,\n/ : /^Hello Ada Example,\n/);
    expect(letter.text).toContain('\n-- \nSent by Way Place at way.example.org\nYou get this letter because ');
    // It names what it is about.
    expect(letter.subject).toMatch(key === 'digest' ? /See you on the way\. \(Backend\)/ : /Way Place/);
  });

  it('has no gap in it, and fits its lines', () => {
    for (const part of [letter.subject, letter.text, letter.html])
      expect(part).not.toMatch(/undefined|null|NaN|Invalid|\[object|\$\{/);
    for (const line of letter.text.split('\n').filter((each) => !each.includes(url) && each !== ending))
      expect(line.length).toBeLessThanOrEqual(76);
    expect(letter.html).not.toMatch(/<(script|img|link|iframe|form|svg)\b|\son\w+=/i);
  });

  it('says what to do if it was not the reader', () => {
    const needsNone = ['test', 'digest', 'learnersWeek', 'mentorsWeek'];
    expect(/not you\?|not know|not sign up\?|not ask for this\?|no such/.test(letter.text)).toBe(
      !needsNone.includes(key),
    );
  });
});

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        '<script>alert(1)</script>',
        '"><img src=x onerror=alert(1)>',
        "' style='x",
        '&amp;',
        '</bdi></td>',
        '<!--',
        '\r\nBcc: eve@example.net\r\n\r\n',
        '\n\n-- \n',
        '\u202Etxt.exe\u2066',
        '\u200F\u061C\u2069',
        '\u2028',
        '\u0000\u0007\u001B[2J',
        '\uD800',
        '\u{E0041}\u{E007F}',
        'אבג',
        'Вера',
        '👩‍🚀',
        'https://evil.example/reset/abc',
        'www.evil.example',
        'x.co',
      ),
      { maxLength: 6 },
    )
    .map((pieces) => pieces.join('')),
);
const anyGiven: fc.Arbitrary<Given> = fc.record({ name: hostile, instance: hostile, other: hostile });

describe.each(kinds)('$key, whatever others write', ({ write }) => {
  const skeleton = (given: Given) => skeletonOf(write(given).letter.html.replaceAll(/<br>|<title>.*<\/title>/g, ''));
  // With a note or without one, with a name or without: the tags that our own choices make.
  const plain = skeleton(plainlyGiven);
  const noNote = skeleton({ ...plainlyGiven, other: '' });

  it('keeps its tags, its lines and its subject', () => {
    fc.assert(
      fc.property(anyGiven, (given) => {
        const { letter, url } = write(given);
        const empty = (html?: string) => html?.replaceAll(/<\/?bdi>/g, '');
        expect([empty(plain), empty(noNote)]).toContain(empty(skeleton(given)));
        for (const header of [letter.subject, letter.toName ?? ''])
          expect(header).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
        for (const part of [letter.text, letter.html])
          expect(part.replaceAll('\n', '')).not.toMatch(
            /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u,
          );
        expect([...letter.subject].length).toBeLessThanOrEqual(120);
        expect(letter.html).toContain(`href="${url}"`);
        expect(/^-- $/gm.exec(letter.text)?.length).toBe(1);
        expect(letter.text.match(/^-- $/gm)).toHaveLength(1);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a name in a letter to somebody else’s address', () => {
  it.each([
    ['Win at https://evil.example now', ''],
    ['evil.example', ''],
    ['Call www.x.co', ''],
    ['mail eve@evil.example', ''],
    ['N'.repeat(61), ''],
    ['   ', ''],
    ['Ada\r\nBcc: eve@example.net', ''],
    ['J. R. R. Tolkien', 'J. R. R. Tolkien'],
    ['J.R.R. Tolkien', 'J.R.R. Tolkien'],
    ['Mary-Jane O’Neil, Jr.', 'Mary-Jane O’Neil, Jr.'],
    ['محمد علی', 'محمد علی'],
    ['山田 太郎', '山田 太郎'],
    ['Ada \u202Eabc', 'Ada abc'],
  ])('greets “%s” as “%s”', (name, greeted) => {
    const { letter } = everyLetter.verifyEmail({ ...plainlyGiven, name });
    expect(letter.text.split('\n')[0]).toBe(greeted ? `Hello ${greeted},` : 'Hello,');
    expect(letter.toName ?? '').toBe(greeted);
    if (!greeted) expect(letter.text + letter.html + letter.subject).not.toMatch(/evil|x\.co|Bcc|NNN/);
  });
});

describe('what a client says of itself', () => {
  const told = (device: string) =>
    /of yours on (.+)\. A copy/.exec(
      everyLetter.sessionEnded({ ...plainlyGiven, other: device }).letter.text.replaceAll('\n', ' '),
    );

  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0',
      'Edge on Windows',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Safari/604.1',
      'Safari on an iPhone',
    ],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605 Version/18 Safari/605', 'Safari on a Mac'],
    ['curl/8.0 your account is in danger, go to evil.example', 'a device that we do not know'],
  ])('is told in words of ours', (device, words) => {
    expect(told(device)?.[1]).toBe(words);
  });
});

it('tells how many recovery codes are left', () => {
  const said = (left: number) =>
    letters.recoveryCodeUsed({ ...plainlyGiven, url: 'https://way.example.org/', left }).text;
  expect([0, 1, 5].map((left) => /(It was the last one|One is left|5 are left)/.exec(said(left))?.[1])).toEqual([
    'It was the last one',
    'One is left',
    '5 are left',
  ]);
});

it('quotes what somebody wrote to an invitation, in their own lines', () => {
  const note = 'Dear Ada,\n\ncome and join us. <b>Soon</b>.';
  const { letter } = everyLetter.invitation({ ...plainlyGiven, other: note });
  expect(letter.text).toContain('They wrote:\n\n> Dear Ada,\n>\n> come and join us. <b>Soon</b>.\n');
  expect(letter.html).toContain('Dear Ada,<br><br>come and join us. &lt;b&gt;Soon&lt;/b&gt;.');
});
