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

describe.each([
  ['light', /^:root/m],
  ['dark', /^\[data-theme/m],
])('the %s theme', (_, selector) => {
  const tokens = tokensOf(selector);
  const of = (one: string, other: string) => contrast(tokens[one] ?? '#000000', tokens[other] ?? '#000000');

  it('has every colour', () => {
    expect(Object.keys(tokens).length).toBeGreaterThanOrEqual(20);
    expect(Object.keys(tokens)).toEqual(Object.keys(tokensOf(/^:root/m)));
  });

  it.each(text)('text: %s on %s is 4.5 : 1', (one, other) => {
    expect(of(one, other)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(meaning)('marks, rings and borders: %s on %s is 3 : 1', (one, other) => {
    expect(of(one, other)).toBeGreaterThanOrEqual(3);
  });
});

it('knows WCAG’s own example: black on white is 21 : 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
});
