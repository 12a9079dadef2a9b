import { act } from 'react';
import { expect, it } from 'vitest';
import { acts, drawn, mapForEach, node, press, show } from './map-page.fixture';

mapForEach();

const bar = () => drawn.host.querySelector('[data-bulk-bar] [role=status]')?.textContent;

it('selects with X and by a range, sets all as one act, and lets them go', () => {
  show();
  act(() => node('http')?.focus());
  press('x');
  press('ArrowRight');
  press('x');
  expect(bar()).toBe('2 topics selected');
  press('d');
  expect(acts.make).toHaveBeenCalledExactlyOnceWith({ topics: { http: { state: 'done' }, dns: { state: 'done' } } });
  expect(bar()).toBeUndefined();
});

it('passes over choices in a range, and begins it where one stands', () => {
  show();
  act(() => node('extra')?.focus());
  for (const _ of 'four') press('ArrowRight', { shiftKey: true });
  expect(bar()).toBe('4 topics selected');
  expect(node('language')?.dataset.selected).toBeUndefined();
  press('Escape');
  expect(bar()).toBeUndefined();
});

it('selects all that the filter shows, and what is hidden is let go', () => {
  show();
  act(() => node('http')?.focus());
  press('a', { ctrlKey: true });
  expect(bar()).toBe('8 topics selected');
  const core = [...drawn.host.querySelectorAll('button')].find((each) => each.textContent?.startsWith('Core'));
  act(() => core?.click());
  expect(bar()).toBe('3 topics selected');
});

it('selects all by a button, too, and lets them go by the same', () => {
  show();
  const click = (words: string) =>
    act(() => [...drawn.host.querySelectorAll('button')].find((each) => each.textContent === words)?.click());
  click('Select');
  click('Select all');
  expect(bar()).toBe('8 topics selected');
  click('Select none');
  expect(bar()).toBe('Choose topics');
});

it('selects nothing where the map is to be read only', () => {
  drawn.canAct = false;
  show();
  act(() => node('http')?.focus());
  press('x');
  press('a', { ctrlKey: true });
  expect(bar()).toBeUndefined();
});
