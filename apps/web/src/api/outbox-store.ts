import type { IDBPDatabase } from 'idb';
import type { Operation, OutboxStore } from './outbox';

const name = 'waymark';

/** This browser's own database: what waits to be sent, and what was last known. Loaded with the first need of it. */
export async function openDevice(): Promise<IDBPDatabase> {
  const { openDB } = await import('idb');
  return openDB(name, 1, {
    upgrade(database) {
      // The key counts up: it is the order in which all tabs have put them.
      const outbox = database.createObjectStore('outbox', { keyPath: 'place', autoIncrement: true });
      outbox.createIndex('id', 'id', { unique: true });
      database.createObjectStore('known');
    },
    // A newer version in another tab must not wait for this one.
    blocking: (_now, _next, event) => (event.target as IDBDatabase).close(),
  });
}

let device: Promise<IDBPDatabase> | null = null;

/** Opened once; a failure is tried anew the next time. */
export function theDevice(): Promise<IDBPDatabase> {
  device ??= openDevice().catch((error) => {
    device = null;
    throw error;
  });
  return device;
}

type Stored = Operation & { place?: number };

export const browserStore: OutboxStore = {
  async load(account) {
    const all = (await (await theDevice()).getAll('outbox')) as Stored[];
    return all.filter((each) => each.account === account).map(({ place: _, ...operation }) => operation);
  },
  async put(operation) {
    // What was done is drawn first: to begin to keep it takes as long as to draw it.
    await new Promise((resolve) => setTimeout(resolve));
    const transaction = (await theDevice()).transaction('outbox', 'readwrite', { durability: 'strict' });
    const place = await transaction.store.index('id').getKey(operation.id);
    await transaction.store.put({ ...operation, ...(place !== undefined && { place }) });
    await transaction.done;
  },
  async remove(id) {
    const transaction = (await theDevice()).transaction('outbox', 'readwrite');
    const place = await transaction.store.index('id').getKey(id);
    if (place !== undefined) await transaction.store.delete(place);
    await transaction.done;
  },
};

/** Where a browser keeps nothing: what waits lives as long as the page. */
export function memoryStore(): OutboxStore {
  const kept = new Map<string, Operation>();
  return {
    load: async () => [...kept.values()],
    put: async (operation) => void kept.set(operation.id, operation),
    remove: async (id) => void kept.delete(id),
  };
}
