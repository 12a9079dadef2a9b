// @vitest-environment jsdom
import type { RoomNote } from '@waymark/contract';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { offline, ProblemError } from '../../api/problem';
import type { NoteDraft } from './note-draft';
import { draftStore } from './note-draft';
import { createNoteKeeper, mostCharacters } from './note-keeper';

const noteOf = (text: string, version: number): RoomNote => ({ text, version, updatedAt: '2026-11-20T10:00:00Z' });
const empty = noteOf('', 0);
const stale = (current: RoomNote) => new ProblemError({ code: 'stale', status: 412, title: 'Changed', current });

/** A server with one note, a device with one draft, and a keeper between them. */
function begin(server: RoomNote = empty, draft: NoteDraft | null = null) {
  const world = { server, draft, isDown: false, sent: [] as string[] };
  const send = async (text: string, base: number) => {
    world.sent.push(text);
    if (world.isDown) throw offline();
    if (text !== world.server.text) {
      if (base !== world.server.version) throw stale(world.server);
      world.server = noteOf(text, base + 1);
    }
    return world.server;
  };
  const drafts = {
    read: () => world.draft,
    keep(next: NoteDraft | null) {
      world.draft = next;
    },
  };
  return { world, keeper: createNoteKeeper(server, drafts, send) };
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('keeps what is typed on the device at once, and saves it once after a pause', async () => {
  const { world, keeper } = begin();
  keeper.type('H');
  expect(world.draft).toEqual({ text: 'H', base: 0 });
  await pass(900);
  keeper.type('He');
  await pass(900);
  expect([world.sent, keeper.state().status]).toEqual([[], 'typing']);
  await pass(200);
  expect([world.sent, world.server, world.draft, keeper.state().status]).toEqual([
    ['He'],
    noteOf('He', 1),
    null,
    'saved',
  ]);
});

it('saves at once when it is told to, and again what was typed meanwhile', async () => {
  const { world, keeper } = begin();
  keeper.type('One');
  keeper.flush();
  keeper.type('One two');
  await pass(2_000);
  expect([world.sent, world.server, keeper.state().status]).toEqual([
    ['One', 'One two'],
    noteOf('One two', 2),
    'saved',
  ]);
});

it('goes on with what a crash left on the device', async () => {
  const { world, keeper } = begin(noteOf('Old', 3), { text: 'Old and new', base: 3 });
  expect(keeper.state().text).toBe('Old and new');
  await pass(10);
  expect([world.server, world.draft]).toEqual([noteOf('Old and new', 4), null]);
});

it('asks when the draft of a crash was written on an older version', async () => {
  const { world, keeper } = begin(noteOf('Elsewhere', 4), { text: 'Here', base: 3 });
  await pass(60_000);
  expect(keeper.state()).toMatchObject({ status: 'conflict', text: 'Here', theirs: noteOf('Elsewhere', 4) });
  expect([world.sent, world.draft]).toEqual([[], { text: 'Here', base: 3 }]);
});

it('goes on with what was typed while an earlier text was on its way, whether that has arrived or not', async () => {
  const draft = { text: 'One two', base: 0, sending: 'One' };
  const arrived = begin(noteOf('One', 1), draft);
  await pass(10);
  expect([arrived.world.server, arrived.keeper.state().status]).toEqual([noteOf('One two', 2), 'saved']);
  const elsewhere = begin(noteOf('Somebody else', 1), draft);
  await pass(10);
  expect(elsewhere.keeper.state()).toMatchObject({ status: 'conflict', text: 'One two' });
});

it('remembers with a draft what was on its way when it was typed', () => {
  const { world, keeper } = begin();
  keeper.type('One');
  keeper.flush();
  keeper.type('One two');
  expect(world.draft).toEqual({ text: 'One two', base: 0, sending: 'One' });
});

it('keeps it on the device while the server cannot be reached, and tries again', async () => {
  const { world, keeper } = begin();
  world.isDown = true;
  keeper.type('Kept');
  await pass(1_000);
  expect([keeper.state().status, world.draft?.text]).toEqual(['kept', 'Kept']);
  world.isDown = false;
  await pass(15_000);
  expect([keeper.state().status, world.server.text, world.draft]).toEqual(['saved', 'Kept', null]);
});

describe('two devices', () => {
  async function clash() {
    const begun = begin(noteOf('Base', 1));
    begun.world.server = noteOf('Theirs', 2);
    begun.keeper.type('Mine');
    await pass(1_000);
    expect(begun.keeper.state()).toMatchObject({ status: 'conflict', text: 'Mine', theirs: noteOf('Theirs', 2) });
    expect(begun.world.server.text).toBe('Theirs');
    return begun;
  }

  it.each([
    ['mine', 'Mine'],
    ['theirs', 'Theirs'],
    ['both', 'Theirs\n\n---\n\nMine'],
  ] as const)('overwrite nothing until one chooses: keep %s', async (choice, text) => {
    const { world, keeper } = await clash();
    keeper.resolve(choice);
    await pass(2_000);
    expect([world.server.text, keeper.state().text, keeper.state().status]).toEqual([text, text, 'saved']);
    expect([world.draft, keeper.state().theirs]).toEqual([null, null]);
  });

  it('let what is typed meanwhile be part of the choice', async () => {
    const { world, keeper } = await clash();
    keeper.type('Mine, longer');
    await pass(5_000);
    expect([world.server.text, world.draft?.text]).toEqual(['Theirs', 'Mine, longer']);
    keeper.resolve('mine');
    await pass(2_000);
    expect(world.server.text).toBe('Mine, longer');
  });

  it('ask again when the other goes on writing', async () => {
    const { world, keeper } = await clash();
    world.server = noteOf('Theirs, longer', 3);
    keeper.resolve('mine');
    await pass(2_000);
    expect(keeper.state()).toMatchObject({ status: 'conflict', theirs: noteOf('Theirs, longer', 3) });
  });

  it('follow each other where nothing was typed here', () => {
    const { keeper } = begin(noteOf('Base', 1));
    keeper.heard(noteOf('Theirs', 2));
    expect(keeper.state()).toMatchObject({ text: 'Theirs', status: 'saved' });
  });

  it('are no conflict where both wrote the same', async () => {
    const { world, keeper } = begin(noteOf('Base', 1));
    world.server = noteOf('Same', 2);
    keeper.type('Same');
    await pass(1_000);
    expect(keeper.state()).toMatchObject({ status: 'saved', theirs: null });
  });
});

it('keeps what is too long on the device, and sends none of it', async () => {
  const { world, keeper } = begin();
  keeper.type('x'.repeat(mostCharacters + 1));
  await pass(5_000);
  expect([world.sent, world.draft?.text.length]).toEqual([[], mostCharacters + 1]);
});

it('keeps drafts by member and topic, and reads none that is broken', () => {
  const store = draftStore('a', 'backend', 'http');
  store.keep({ text: 'Mine', base: 2 });
  expect(store.read()).toEqual({ text: 'Mine', base: 2 });
  expect(draftStore('b', 'backend', 'http').read()).toBeNull();
  expect(draftStore('a', 'backend', 'dns').read()).toBeNull();
  localStorage.setItem('waymark:note:a:backend/http', '{"text":1');
  expect(store.read()).toBeNull();
  store.keep(null);
  expect(localStorage.getItem('waymark:note:a:backend/http')).toBeNull();
});
