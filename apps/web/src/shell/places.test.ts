import { expect, it } from 'vitest';
import { findPlaces, type Place } from './places';

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
