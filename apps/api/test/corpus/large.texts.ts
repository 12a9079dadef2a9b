import { canary, cross, type Families, split } from './families.js';

const around = [16, 32, 40, 64, 80, 120, 128, 200, 254, 300, 500, 512, 1024, 2048, 4096, 10_000];
const ofLength = (length: number, filler = 'x') => (canary + filler.repeat(length)).slice(0, length);

/** Long ones, those at the edge of a limit, and those that cost a careless parser or pattern its time. */
export const large: Families = {
  edges: around.flatMap((limit) => [ofLength(limit), ofLength(limit + 1)]),
  long: [
    ...[16_384, 32_768, 60_000, 65_536, 70_000].map((length) => ofLength(length)),
    ...['\u8def', 'é', '😀', '\u0000', '\n', '"', '\\', '\u2028', '/', '%'].map(
      (filler) => canary + filler.repeat(9_000),
    ),
    ...['路'.repeat(85), '路'.repeat(500), '😀'.repeat(64), '😀'.repeat(128)],
  ],
  patterns: [
    ...cross(
      [
        'a'.repeat(30),
        'a'.repeat(5000),
        'aa '.repeat(2000),
        '0'.repeat(5000),
        ' '.repeat(9000),
        '\t'.repeat(9000),
        '-'.repeat(5000),
        'a-'.repeat(3000),
      ],
      ['!', `@${canary}`],
    ),
    ...[
      `a@${'a.'.repeat(90)}`,
      `a@${'a'.repeat(180)}!`,
      `${'a.'.repeat(60)}@`,
      `${'@'.repeat(250)}`,
      `${'.'.repeat(5000)}`,
      'a@'.repeat(120),
    ],
    ...[
      `https://${'a.'.repeat(900)}`,
      `https://${'@'.repeat(1900)}`,
      `https://x/${'%'.repeat(1900)}`,
      `https://x/?${'a&'.repeat(900)}`,
    ],
    ...[
      `https://x/${'../'.repeat(600)}`,
      `${'a/'.repeat(149)}`,
      `${'../'.repeat(99)}`,
      `2026-01-01T00:00:00.${'0'.repeat(5000)}`,
    ],
    ...[
      'f'.repeat(5000),
      `"${'1'.repeat(5000)}"`,
      '\u0301'.repeat(5000),
      '(?:a+)+$',
      '^(a|a)*$',
      '(.*)*',
      '[',
      '(',
      '\\',
      '*',
      '+',
      '?{1000}',
    ],
  ],
  markdown: cross(
    [''],
    [
      ...split(`
      > ¦ *a_ ¦ [ ¦ ![ ¦ \` ¦ * ¦ _ ¦ ( ¦ [a]( ¦ & ¦ < ¦ | ¦ ~ ¦ # ¦ \\ ¦ *** ¦ a** ¦ [^ ¦ :-| ¦ &#
    `),
      '- ',
      '[]: ',
      '  ',
      '1. ',
      '<a ',
    ].flatMap((part) =>
      [2_000, 9_900].map((length) => canary + part.repeat(Math.floor((length - canary.length) / part.length))),
    ),
  ),
  nestedMarkdown: [
    `${'>'.repeat(500)} ${'- '.repeat(500)}${canary}`,
    `${'[x]('.repeat(400)}${canary}${')'.repeat(400)}`,
    `${'**_'.repeat(500)}${canary}${'_**'.repeat(500)}`,
    `|${'a|'.repeat(300)}\n|${'-|'.repeat(300)}\n${`|${'b|'.repeat(300)}\n`.repeat(6)}${canary}`,
    Array.from({ length: 100 }, (_, i) => `${' '.repeat(i)}- ${canary}`).join('\n'),
    Array.from({ length: 400 }, (_, i) => `[${i}]: https://example.org/${canary}`)
      .join('\n')
      .slice(0, 9_900),
    `\`\`\`${canary}\n${'x\n'.repeat(4000)}`,
  ],
};
