import type { AuditRow, instance } from '@waymark/contract';
import type { z } from 'zod';
import { csvRecord } from '../../http/csv.js';
import { listAudit } from './list-audit.js';

type Query = z.output<typeof instance.exportAudit.query & {}>;

const columns: Record<string, (row: AuditRow) => string> = {
  at: ({ at }) => at,
  event: ({ event }) => event,
  actor: ({ actor }) => actor?.name ?? '',
  actorId: ({ actor }) => actor?.id ?? '',
  target: ({ target }) => target?.name ?? '',
  targetId: ({ target }) => target?.id ?? '',
  address: ({ address }) => address,
  device: ({ device }) => device,
  detail: ({ detail }) =>
    Object.entries(detail)
      .map(([key, value]) => `${key}: ${value}`)
      .join('; '),
};
const rowsAtOnce = 500;

/**
 * The audit log as CSV, the newest line first. Read page by page, each with its names: a log of years needs the memory
 * of one page, and a client that reads slowly keeps no cursor of the database open.
 */
export async function* exportAudit(query: Query): AsyncGenerator<string> {
  yield csvRecord(Object.keys(columns));
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await listAudit({ ...query, limit: rowsAtOnce, cursor });
    yield items.map((row) => csvRecord(Object.values(columns).map((read) => read(row)))).join('');
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
}
