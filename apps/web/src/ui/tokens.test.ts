import { blazes } from '@waymark/contract/rules';
import { describe, expect, it } from 'vitest';
import css from './tokens.css?raw';

type Tokens = Record<string, string>;

function tokensOf(selector: RegExp): Tokens {
  const block = css.slice(css.search(selector)).match(/\{([^}]*)\}/)?.[1] ?? '';
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  );
}

/** Source: WCAG 2.2, relative luminance and contrast ratio. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['paper', 'surface', 'sunk'];
const each = (names: string[], on: string[]) => names.flatMap((name) => on.map((ground) => [name, ground] as const));

const text = [
  ...each(['ink', 'ink-2', 'ink-3', 'forest', 'alarm'], grounds),
  ...each(['ink', 'ink-2', 'blaze-ink'], ['blaze-soft']),
  ...each(['ink', 'ink-2', 'forest'], ['forest-soft']),
  ...each(['ink', 'ink-2', 'alarm'], ['alarm-soft']),
  ['forest-ink', 'forest'],
  ['forest-ink', 'forest-strong'],
  ['alarm-ink', 'alarm'],
  ['blaze-on', 'blaze'],
  ['paper', 'ink'],
] as const;

const meaning = [
  ...each(['line-strong', 'forest', 'blaze-strong', 'ink-2', 'ink-3', 'ink', 'alarm'], grounds),
  ...each(['blaze-strong', 'ink'], ['blaze-soft']),
  ...each(['forest'], ['forest-soft']),
  ...each(['alarm'], ['alarm-soft']),
];

const lightTheme = /^:root \{/m;
const darkTheme = /^\[data-theme='dark'\] \{/m;
const blazeIn = (selector: string, blaze: string) =>
  new RegExp(`^${selector}\\[data-blaze='${blaze}'\\](?: \\{|,)`, 'm');

const looks = blazes.flatMap((blaze) => [
  { theme: 'light', blaze, tokens: { ...tokensOf(lightTheme), ...tokensOf(blazeIn('', blaze)) } },
  { theme: 'dark', blaze, tokens: { ...tokensOf(darkTheme), ...tokensOf(blazeIn("\\[data-theme='dark'\\]", blaze)) } },
]);

/** What the blaze does not touch is the same under each of them. */
const touches = (pairs: readonly (readonly [string, string])[], blaze: string) =>
  pairs.filter((pair) => blaze === 'amber' || pair.some((name) => name.startsWith('blaze')));

describe.each(looks)('the $theme theme with $blaze marks', ({ tokens, blaze }) => {
  const of = (one: string, other: string) => contrast(tokens[one] ?? '#000000', tokens[other] ?? '#000000');

  it('has every colour', () => {
    expect(Object.keys(tokens).length).toBeGreaterThanOrEqual(20);
    expect(Object.keys(tokens)).toEqual(Object.keys(looks[0]?.tokens ?? {}));
    expect(Object.keys(tokens).filter((name) => name.startsWith('blaze'))).toHaveLength(5);
  });

  it.each(touches(text, blaze))('text: %s on %s is 4.5 : 1', (one, other) => {
    expect(of(one, other)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(touches(meaning, blaze))('marks, rings and borders: %s on %s is 3 : 1', (one, other) => {
    expect(of(one, other)).toBeGreaterThanOrEqual(3);
  });
});

it('tells six blazes apart, in each theme', () => {
  for (const theme of ['light', 'dark'])
    expect(new Set(looks.filter((look) => look.theme === theme).map(({ tokens }) => tokens.blaze)).size).toBe(6);
});

it('is amber before an owner chose', () => {
  expect(css).toMatch(/^:root,\n\[data-blaze='amber'\] \{/m);
  expect(css).toMatch(/^\[data-theme='dark'\],\n\[data-theme='dark'\]\[data-blaze='amber'\]/m);
});

it('knows WCAG’s own example: black on white is 21 : 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
});
