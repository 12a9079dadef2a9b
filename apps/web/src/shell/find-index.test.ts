import { describe, expect, it } from 'vitest';
import { indexPlaces } from './find-index';
import { type Place, pagesFor, placesOfNotes } from './places';

const place = (title: string, kind: Place['kind'] = 'topic', more = ''): Place => ({
  kind,
  title,
  beside: '',
  more,
  to: `/${title}`,
});
const places = [
  place('Settings', 'page'),
  place('Switch to the dark theme', 'act'),
  place('GraphQL', 'topic', 'A client asks for exactly the data that it needs, unlike REST.'),
  place('Interest rates'),
  place('REST'),
  place('After REST'),
  place('Authentication'),
  place('Relational databases'),
  place('Café', 'project'),
  place('OWASP Cheat Sheet Series', 'resource'),
];
const find = indexPlaces(places);
const titles = (text: string) => find(text).map(({ title }) => title);

describe('finding', () => {
  it('shows pages and acts before anything is typed', () => {
    expect(titles(' ')).toEqual(['Settings', 'Switch to the dark theme']);
  });

  it('puts the title before the text, and the whole of it before its start', () => {
    expect(titles('rest')).toEqual(['REST', 'After REST', 'GraphQL']);
  });

  it.each([
    ['cafe', 'Café'],
    ['CAFÉ', 'Café'],
    ['autentication', 'Authentication'],
    ['relatonal databses', 'Relational databases'],
    ['graphlq', 'GraphQL'],
    ['dark', 'Switch to the dark theme'],
    ['owasp', 'OWASP Cheat Sheet Series'],
  ])('%s finds %s first', (sought, title) => {
    expect(titles(sought)[0]).toBe(title);
  });

  it('finds nothing where nothing fits', () => {
    expect(titles('zzzzzz')).toEqual([]);
    expect(titles('graphql zzzzzz')).toEqual([]);
  });

  it.each(['\\', '((', '\u0000', '😀', '\ud800', '-', 'x'.repeat(500), 'x '.repeat(100_000)])(
    'does not fail on what nobody means: %.8j',
    (odd) => {
      expect(find(odd).length).toBeLessThanOrEqual(24);
    },
  );
});

it('shows the owner’s pages to owners alone', () => {
  const owners = (isOwner: boolean) =>
    pagesFor({ isMember: true, isOwner })
      .map(({ to }) => to)
      .filter((to) => to?.startsWith('/owner'));
  expect(owners(true)).toHaveLength(7);
  expect(owners(false)).toEqual([]);
  expect(pagesFor({ isMember: false, isOwner: false }).map(({ to }) => to)).toContain('/sign-in');
});

it('finds a note by its topic and its text, after the topic itself', () => {
  const text = `First line\n\nA teapot answers 418. ${'x '.repeat(3000)} zebra`;
  const [note] = placesOfNotes([{ roadmap: 'backend', topicId: 'rest', title: 'REST', text }]);
  expect(note).toMatchObject({ title: 'My notes on REST', beside: 'First line', to: '/roadmaps/backend/topics/rest' });
  const withNote = indexPlaces([...places, note as Place]);
  const found = (sought: string) => withNote(sought).map(({ title }) => title);
  expect(found('rest')[0]).toBe('REST');
  expect(found('rest')).toContain('My notes on REST');
  expect(found('my notes on rest')[0]).toBe('My notes on REST');
  expect(found('teapot')).toEqual(['My notes on REST']);
  expect(found('zebra'), 'the end of a very long one is for the page of notes').toEqual([]);
});
