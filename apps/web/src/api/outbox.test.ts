import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createOutbox, type Operation, type OutboxStore, type Verdict } from './outbox';

/** A disk, which outlives the page; and a server that does what the next fate says. */
function world() {
  const disk = new Map<string, Operation>();
  const arrived: string[] = [];
  const fates: ('ok' | 'lost' | 'unanswered' | 'refused')[] = [];
  const store: OutboxStore = {
    load: async () => structuredClone([...disk.values()]),
    put: async (operation) => void disk.set(operation.id, structuredClone(operation)),
    remove: async (id) => void disk.delete(id),
  };
  const send = async ({ id }: Operation) => {
    const fate = fates.shift() ?? 'ok';
    if (fate === 'lost') throw new Error('later');
    if (fate === 'refused') throw new Error('refused');
    if (!arrived.includes(id)) arrived.push(id);
    if (fate === 'unanswered') throw new Error('later');
    return `answer to ${id}`;
  };
  const judge = (error: unknown): Verdict =>
    (error as Error).message === 'later' ? 'later' : { code: 'not-found', status: 404, title: 'Nothing here' };
  return { disk, arrived, fates, open: () => createOutbox({ account: 'ada', store, send, judge }) };
}

const operation = (id: string, lane = 'a') => ({ id, lane, name: 'setTopic' as const, input: {}, at: '2026-11-23' });

it('shows at once, is kept before it is sent, and goes when it was answered', async () => {
  const { disk, arrived, open } = world();
  const outbox = open();
  const { kept, sent } = outbox.add(operation('1'));
  expect(outbox.waiting().map(({ id }) => id)).toEqual(['1']);
  await outbox.drain();
  expect(arrived, 'not before it is kept').toEqual([]);
  await kept;
  expect(await outbox.drain()).toBeNull();
  expect([await sent, outbox.waiting(), disk.size]).toEqual(['answer to 1', [], 0]);
});

it('keeps what was refused, with the reason, until it is decided about; the next goes on', async () => {
  const { disk, arrived, fates, open } = world();
  const outbox = open();
  await Promise.all([outbox.add(operation('1')).kept, outbox.add(operation('2')).kept]);
  fates.push('refused');
  expect(await outbox.drain()).toBeNull();
  expect([arrived, outbox.waiting(), outbox.unmerged().map(({ id }) => id)]).toEqual([['2'], [], ['1']]);
  const after = open();
  await after.restore();
  expect(after.unmerged()[0]?.refusal?.code, 'also after a reload').toBe('not-found');
  await after.retry('1', '3');
  expect(await after.drain()).toBeNull();
  expect([arrived, after.unmerged(), disk.size]).toEqual([['2', '3'], [], 0]);
});

it('shows what another tab has added, and lets go what another tab has sent', async () => {
  const { open } = world();
  const outbox = open();
  outbox.join({ ...operation('1'), account: 'ada' });
  outbox.join({ ...operation('2'), account: 'somebody else' });
  expect(outbox.waiting().map(({ id }) => id)).toEqual(['1']);
  await outbox.settle('1', { answer: 'yes' });
  expect(outbox.waiting()).toEqual([]);
});

it('sends everything once and each lane in order, however often the connection is lost or the page is loaded anew', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.oneof(
          fc.record({ do: fc.constant('add' as const), lane: fc.constantFrom('a', 'b') }),
          fc.record({
            do: fc.constant('drain' as const),
            fates: fc.array(fc.constantFrom('ok' as const, 'lost' as const, 'unanswered' as const)),
          }),
          fc.constant({ do: 'reload' as const }),
        ),
      ),
      async (steps) => {
        const { disk, arrived, fates, open } = world();
        let outbox = open();
        const made: { id: string; lane: string }[] = [];
        for (const step of steps) {
          if (step.do === 'add') {
            const next = operation(String(made.length), step.lane);
            made.push(next);
            await outbox.add(next).kept;
          }
          if (step.do === 'drain') {
            fates.splice(0, fates.length, ...step.fates);
            await outbox.drain();
          }
          if (step.do === 'reload') {
            outbox = open();
            await outbox.restore();
          }
        }
        fates.length = 0;
        expect(await outbox.drain()).toBeNull();
        for (const lane of ['a', 'b']) {
          const ids = made.filter((each) => each.lane === lane).map(({ id }) => id);
          expect(arrived.filter((id) => ids.includes(id))).toEqual(ids);
        }
        expect(disk.size).toBe(0);
      },
    ),
  ));
