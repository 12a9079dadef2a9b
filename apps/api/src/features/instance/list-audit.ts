import type { AuditRow, instance } from '@waymark/contract';
import mongoose from 'mongoose';
import type { z } from 'zod';
import { page, readCursor } from '../../http/cursor.js';
import { Account } from '../accounts/accounts.model.js';
import { Audit, type AuditRecord } from './audit.model.js';

type Query = z.output<typeof instance.listAudit.query & {}>;

/** One page of the audit log, the newest line first. */
export async function listAudit(query: Query): Promise<{ items: AuditRow[]; nextCursor: string | null }> {
  const { limit, cursor, account, event } = query;
  const [at, id] = (readCursor(cursor, ['time', 'id']) ?? []) as [number?, string?];
  const rest = { ...(event && { event }), ...between(query, at), ...(at !== undefined && id && before(at, id)) };
  // Each branch has its index in the order that is asked for, so the database merges two sorted lists.
  const filter = account
    ? {
        $or: [
          { actorId: account, ...rest },
          { targetId: account, ...rest },
        ],
      }
    : rest;
  const found = await Audit.find(filter)
    .sort({ at: -1, _id: -1 })
    .limit(limit + 1)
    .lean<AuditRecord[]>();
  const { items, nextCursor } = page(found, limit, (record) => [record.at.getTime(), String(record._id)]);
  return { items: await auditRows(items), nextCursor };
}

/** Whole days in UTC, the last one included; no later than where the page before ended, so that the index starts there. */
function between({ from, to }: Pick<Query, 'from' | 'to'>, at: number | undefined) {
  const bounds = {
    ...(from && { $gte: new Date(`${from}T00:00:00Z`) }),
    ...(to && { $lt: new Date(Date.parse(`${to}T00:00:00Z`) + 86_400_000) }),
    ...(at !== undefined && { $lte: new Date(at) }),
  };
  return Object.keys(bounds).length > 0 ? { at: mongoose.trusted(bounds) } : {};
}

/** Of the same moment, those after the line where the page before ended. */
function before(at: number, id: string) {
  const earlier = { at: mongoose.trusted({ $lt: new Date(at) }) };
  const same = { _id: mongoose.trusted({ $lt: new mongoose.Types.ObjectId(id) }) };
  return { $and: [{ $or: [earlier, same] }] };
}

async function auditRows(records: readonly AuditRecord[]): Promise<AuditRow[]> {
  const ids = records.flatMap(({ actorId, targetId }) => [actorId, targetId]).filter((id) => id !== undefined);
  const accounts = await Account.find({ _id: mongoose.trusted({ $in: ids }) }, { name: 1 }).lean();
  const names = new Map(accounts.map(({ _id, name }) => [String(_id), name]));
  const person = (id: mongoose.Types.ObjectId | undefined) => {
    const name = id && names.get(String(id));
    return name === undefined ? null : { id: String(id), name };
  };
  return records.map(({ _id, at, event, actorId, targetId, address, device, detail }) => ({
    ...{ id: String(_id), at: at.toISOString(), event, actor: person(actorId), target: person(targetId) },
    ...{ address, device, detail: detail ?? {} },
  }));
}
