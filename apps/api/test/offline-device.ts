// The one file of the web client that is proved here: it knows no browser.
import { createOutbox, type Operation, type Outbox, type OutboxStore } from '../../web/src/api/outbox.js';
import { happen, type Learner, type Oracle } from './offline-oracle.js';
import type { Fate } from './offline-steps.js';

class Lost extends Error {}
class Refused extends Error {}

export interface Device {
  disk: Map<string, Operation>;
  outbox: Outbox;
  /** Everything that was done here, as it was shown. */
  made: Operation[];
  skew: number;
  fates: Fate[];
  isGone: boolean;
  /** The page ends, in the middle of whatever it does. */
  end: () => void;
  ended: Promise<void>;
}

/** Sends as the client does: the operation's id is the key. What comes of it is the next fate. */
async function request(learner: Learner, oracle: Oracle, from: Device, operation: Operation): Promise<unknown> {
  const { app, member } = learner;
  const fate = from.fates.shift() ?? 'ok';
  // Time goes by on the way: two requests are never answered in one millisecond.
  app.advance(1);
  if (fate === 'lost' || fate === 'busy') throw new Lost();
  const answered = await member.call(operation.name, {
    ...operation.input,
    headers: { 'idempotency-key': operation.id },
  });
  if (answered.status >= 500) throw new Lost();
  if (answered.status >= 400) throw new Refused(answered.problem.code);
  if (!oracle.done.has(operation.id)) happen(oracle, operation, app.now().getTime());
  if (fate === 'unanswered') throw new Lost();
  if (fate === 'reload') from.end();
  return answered.body;
}

/** One after the other, so that the clock says when each was; a page that is gone asks nothing and hears nothing. */
function inTurn(learner: Learner, oracle: Oracle, from: Device, operation: Operation): Promise<unknown> {
  const asked = learner.turn.then(() => (from.isGone ? undefined : request(learner, oracle, from, operation)));
  learner.turn = asked.catch(() => undefined);
  const heard = () => (from.isGone ? new Promise(() => undefined) : asked);
  return asked.then(heard, heard);
}

export function open(learner: Learner, oracle: Oracle, disk: Device['disk'], skew: number): Device {
  const store: OutboxStore = {
    load: async () => structuredClone([...disk.values()]),
    put: async (operation) => void disk.set(operation.id, structuredClone(operation)),
    remove: async (id) => void disk.delete(id),
  };
  let tell = () => {};
  const ended = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const end = () => {
    opened.isGone = true;
    tell();
  };
  // The outbox sends by this very device, so it is made a line later.
  const page = { fates: [], isGone: false, end, ended, outbox: undefined as unknown as Outbox };
  const opened: Device = { disk, made: [], skew, ...page };
  opened.outbox = createOutbox({
    account: learner.member.id,
    store,
    send: (operation) => inTurn(learner, oracle, opened, operation),
    judge: (error) =>
      error instanceof Refused ? { code: error.message, status: 404, title: 'There is nothing here' } : 'later',
  });
  return opened;
}

/** The page ends, wherever it is, and is opened again from what its disk holds. */
export async function reload(learner: Learner, oracle: Oracle, before: Device): Promise<Device> {
  before.end();
  const after = open(learner, oracle, before.disk, before.skew);
  after.made = before.made;
  await after.outbox.restore();
  return after;
}

export async function sync(learner: Learner, oracle: Oracle, at: Device, fates: readonly Fate[]): Promise<Device> {
  at.fates = [...fates];
  await Promise.race([at.outbox.drain(), at.ended]);
  at.fates = [];
  return at.isGone ? reload(learner, oracle, at) : at;
}
