import { badgeColours } from '@waymark/contract/rules';
import { expect, it } from 'vitest';
import css from './tokens.css?raw';

it.each([
  ['light', /:root \{/],
  ['dark', /\[data-theme='dark'\] \{/],
] as const)('the badge in %s is painted with the product’s own colours', (theme, selector) => {
  const block = css.slice(css.search(selector)).match(/\{([^}]*)\}/)?.[1] ?? '';
  for (const [name, colour] of Object.entries(badgeColours[theme])) {
    expect(block, name).toContain(`--${name}: ${colour};`);
  }
});
