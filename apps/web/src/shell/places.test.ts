import { expect, it } from 'vitest';
import { findPlaces, type Place, pagesFor } from './places';

const place = (title: string, kind: Place['kind'] = 'topic'): Place => ({ kind, title, beside: '', to: `/${title}` });
const places = [
  place('Settings', 'page'),
  place('GraphQL'),
  place('Interest rates'),
  place('REST'),
  place('After REST'),
  place('Café', 'project'),
];
const titles = (text: string) => findPlaces(places, text).map(({ title }) => title);

it('shows the pages before anything is typed', () => {
  expect(titles(' ')).toEqual(['Settings']);
});

it('puts the start of a title before that of a word, and that before the middle', () => {
  expect(titles('rest')).toEqual(['REST', 'After REST', 'Interest rates']);
});

it('minds neither case nor accents', () => {
  expect(titles('cafe')).toEqual(['Café']);
});

it('shows the owner’s pages to owners alone', () => {
  const owners = (isOwner: boolean) =>
    pagesFor({ isMember: true, isOwner })
      .map(({ to }) => to)
      .filter((to) => to.startsWith('/owner'));
  expect(owners(true)).toHaveLength(6);
  expect(owners(false)).toEqual([]);
  expect(pagesFor({ isMember: false, isOwner: false }).map(({ to }) => to)).toContain('/sign-in');
});
