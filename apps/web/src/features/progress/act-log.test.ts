import { describe, expect, it } from 'vitest';
import { type Act, createActLog } from './act-log';
import type { Change } from './apply-act';

type State = 'not_started' | 'learning' | 'done' | 'skipped';
const set = (id: string, state: State): Change => ({ topics: { [id]: { state } } });

/** A server that answers when it is told to, and acts that wait for it in a row. */
function server() {
  const asked: { act: Act; answer: () => void; refuse: () => void }[] = [];
  const listeners = new Set<() => void>();
  let pending: readonly Act[] = [];
  let last: Promise<unknown> = Promise.resolve();
  const keep = (next: readonly Act[]) => {
    pending = next;
    for (const listener of listeners) listener();
  };
  const send = (act: Act) =>
    new Promise<void>((resolve, reject) => {
      asked.push({ act, answer: resolve, refuse: () => reject(new Error('no')) });
    });
  const log = createActLog({
    pending: () => pending,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add(act) {
      keep([...pending, act]);
      const sent = last.then(() => send(act)).finally(() => keep(pending.filter((each) => each !== act)));
      last = sent.catch(() => {});
      return sent;
    },
    discard: () => {},
  });
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  return { log, asked, settled };
}

const pendingStates = (log: ReturnType<typeof createActLog>) =>
  log.pending().map((act) => Object.values(act.change.topics ?? {})[0]?.state);

describe('an act', () => {
  it('shows at once and is sent after those before it, so that the last one made is the last one heard', async () => {
    const { log, asked, settled } = server();
    log.make(set('http', 'learning'), set('http', 'not_started'));
    log.make(set('http', 'done'), set('http', 'learning'));
    await settled();
    expect(pendingStates(log)).toEqual(['learning', 'done']);
    expect(asked).toHaveLength(1);
    asked[0]?.answer();
    await settled();
    expect(pendingStates(log)).toEqual(['done']);
    expect(asked[1]?.act.change).toEqual(set('http', 'done'));
  });

  it('has an id of its own', () => {
    const { log } = server();
    const first = log.make(set('http', 'done'), {});
    expect(log.make(set('http', 'done'), {}).id).not.toBe(first.id);
  });

  it('that is refused is as if never done, and does not hold up the next', async () => {
    const { log, asked, settled } = server();
    const { sent } = log.make(set('http', 'done'), set('http', 'not_started'));
    log.make(set('dns', 'done'), set('dns', 'not_started'));
    await settled();
    asked[0]?.refuse();
    await expect(sent).rejects.toThrow('no');
    await settled();
    expect(asked[1]?.act.change).toEqual(set('dns', 'done'));
    expect(log.undo()?.change).toEqual(set('dns', 'not_started'));
    expect(log.undo()).toBeNull();
  });

  it('that is refused changes only what the next one on its topic goes back to, not what later ones do', async () => {
    const { log, asked, settled } = server();
    log.make(set('http', 'learning'), set('http', 'not_started')).sent.catch(() => {});
    log.make(set('http', 'done'), set('http', 'learning'));
    log.make(set('http', 'skipped'), set('http', 'done'));
    await settled();
    asked[0]?.refuse();
    await settled();
    expect(log.undo()?.change.topics).toEqual(set('http', 'done').topics);
    expect(log.undo()?.change.topics).toEqual(set('http', 'not_started').topics);
  });

  it('tells its listeners when something is under way and when it is not', async () => {
    const { log, asked, settled } = server();
    const seen: number[] = [];
    log.subscribe(() => seen.push(log.pending().length));
    log.make(set('http', 'done'), {});
    await settled();
    asked[0]?.answer();
    await settled();
    expect(seen).toEqual([1, 0]);
  });
});

describe('undo', () => {
  it('walks back through what was done, newest first', () => {
    const { log } = server();
    log.make(set('http', 'learning'), set('http', 'not_started'));
    log.make(set('http', 'done'), set('http', 'learning'));
    log.make(set('dns', 'done'), set('dns', 'not_started'));
    expect(log.undo()?.change).toEqual(set('dns', 'not_started'));
    expect(log.undo()?.change).toEqual(set('http', 'learning'));
    expect(log.undo()?.change).toEqual(set('http', 'not_started'));
    expect(log.undo()).toBeNull();
    expect(pendingStates(log)).toHaveLength(6);
  });

  it('takes back the one that is named, once', () => {
    const { log } = server();
    const first = log.make(set('http', 'done'), set('http', 'not_started'));
    log.make(set('dns', 'done'), set('dns', 'not_started'));
    expect(log.undo(first.id)?.change).toEqual(set('http', 'not_started'));
    expect(log.undo(first.id)).toBeNull();
    expect(log.undo()?.change).toEqual(set('dns', 'not_started'));
  });

  it('never brings back what was refused', async () => {
    const { log, asked, settled } = server();
    const { sent } = log.make(set('http', 'done'), set('http', 'not_started'));
    log.make(set('http', 'skipped'), set('http', 'done'));
    await settled();
    asked[0]?.refuse();
    await sent.catch(() => {});
    expect(log.undo()?.change.topics).toEqual({ http: { state: 'not_started' } });
  });
});
