import { expect, it } from 'vitest';
import { follow, type Member, signUp, writeNote } from '../../../test/build.js';
import { backendOf, minute, secondSlug, startApp } from '../../../test/start.js';

const app = await startApp();
const topics = backendOf(app).topics;
const idAt = (place: number) => topics[place]?.id ?? '';

async function learner(...notes: string[]): Promise<Member> {
  const member = await signUp(app);
  await follow(member);
  for (const [place, text] of notes.entries()) {
    app.advance(minute);
    await writeNote(member, idAt(place), text, 0);
  }
  return member;
}

it('lists all notes, the last written first, and none that was emptied', async () => {
  const ada = await learner('First', 'Second', 'Third');
  await writeNote(ada, idAt(1), '  ', 1);
  const { items } = await ada.ok('listNotes');
  expect(items.map(({ text }) => text)).toEqual(['Third', 'First']);
  expect(items[0]).toMatchObject({ roadmap: 'backend', topicId: idAt(2), title: topics[2]?.title, hit: null });
});

it.each([
  ['a word in another case', 'HANDSHAKE', ['The handshake takes three steps']],
  ['a word without its accents', 'uber', ['Über den Wolken']],
  ['several words, wherever they are', 'steps three', ['The handshake takes three steps']],
  ['no pattern: a dot is a dot', '.*', []],
  ['what stands there as it is', '$100 (50%)', ['It costs $100 (50%)']],
  ['an operator as a text', '$ne', []],
  ['spaces alone', '   ', ['It costs $100 (50%)', 'Über den Wolken', 'The handshake takes three steps']],
])('finds %s', async (_, q, found) => {
  const ada = await learner('The handshake takes three steps', 'Über den Wolken', 'It costs $100 (50%)');
  const { items } = await ada.ok('listNotes', { query: { q } });
  expect(items.map(({ text }) => text)).toEqual(found);
});

it('finds a note by its topic, and shows the piece in which a word stands', async () => {
  const ada = await learner(`${'Nothing here. '.repeat(40)} The needle is here. ${'And on. '.repeat(60)}`);
  const title = topics[0]?.title ?? '';
  expect((await ada.ok('listNotes', { query: { q: title } })).items).toHaveLength(1);
  const [item] = (await ada.ok('listNotes', { query: { q: 'NEEDLE' } })).items;
  expect(item?.excerpt.slice(item.hit?.from, item.hit?.to)).toBe('needle');
  expect(item?.excerpt.length).toBeLessThan(250);
});

it('keeps to one roadmap, and to its learner', async () => {
  const ada = await learner('Of the backend');
  await follow(ada, {}, secondSlug);
  await writeNote(ada, idAt(3), 'Of the second', 0, secondSlug);
  const { items } = await ada.ok('listNotes', { query: { roadmap: secondSlug } });
  expect(items.map(({ text }) => text)).toEqual(['Of the second']);
  expect((await ada.ok('listNotes')).items).toHaveLength(2);
  const bob = await learner();
  expect((await bob.ok('listNotes', { query: { q: 'backend' } })).items).toEqual([]);
});

it('comes page by page, none missing and none twice', async () => {
  const ada = await learner(...Array.from({ length: 8 }, (_, n) => `Note ${n}`));
  const seen: string[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await ada.ok('listNotes', { query: { q: 'note', limit: 3, ...(cursor && { cursor }) } });
    seen.push(...page.items.map(({ text }) => text));
    cursor = page.nextCursor;
  } while (cursor);
  expect(seen).toEqual(Array.from({ length: 8 }, (_, n) => `Note ${7 - n}`));
});
