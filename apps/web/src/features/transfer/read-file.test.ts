import { expect, it } from 'vitest';
import { mostBytes, openFile, readText } from './read-file';

const ours = (more: object = {}) =>
  JSON.stringify({
    format: 'waymark-export',
    formatVersion: 2,
    exportedAt: '2026-11-20T10:00:00.000Z',
    account: { name: 'Ada' },
    projects: [{ id: 'x' }],
    activity: [],
    grants: [{}],
    ...more,
  });

it('knows an export of ours, and takes the lists that can be taken', () => {
  expect(readText(ours())).toEqual({
    kind: 'ours',
    formatVersion: 2,
    exportedAt: '2026-11-20T10:00:00.000Z',
    name: 'Ada',
    lists: { projects: [{ id: 'x' }] },
  });
  expect(readText(ours({ formatVersion: 1 })).kind).toBe('ours');
});

it.each([
  ['cut short', ours().slice(0, -2), 'broken'],
  ['empty', '', 'broken'],
  ['a picture', '\u0089PNG', 'broken'],
  ['written by a newer one', ours({ formatVersion: 3 }), 'newer'],
  ['of no version', ours({ formatVersion: 'two' }), 'foreign'],
  ['ours with nothing in it', ours({ projects: [] }), 'empty'],
  ['JSON of somebody else', '{"tasks":[]}', 'foreign'],
  ['a list', '["http"]', 'foreign'],
  ['nothing', 'null', 'foreign'],
  ['lists with nothing in them', '{"done":[]}', 'empty'],
  ['lists', '{"done":["http"]}', 'list'],
])('says of a file that is %s what it is', (_, text, kind) => {
  expect(readText(text).kind).toBe(kind);
});

it('reads no file that is too large, and knows one by its hash', async () => {
  const large = { size: mostBytes + 1 } as Blob;
  expect(await openFile(large)).toBeNull();
  const [one, same, other] = await Promise.all(['a', 'a', 'b'].map((text) => openFile(new Blob([text]))));
  expect(one?.text).toBe('a');
  expect(one?.hash).toMatch(/^[0-9a-f]{32}$/);
  expect(same?.hash).toBe(one?.hash);
  expect(other?.hash).not.toBe(one?.hash);
});
