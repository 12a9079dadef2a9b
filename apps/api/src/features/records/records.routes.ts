import type { RecordCard, records } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { pageOfAll } from '../../http/cursor.js';
import { createLimiter } from '../../http/limits.js';
import { Problem } from '../../http/problem.js';
import { reply } from '../../http/reply.js';
import type { Handlers } from '../../http/route.js';
import { whole } from '../../http/stream.js';
import { checkRecord, findRecord } from './check-record.js';
import { issueRecord } from './issue-record.js';
import { findPublicKeys } from './record-keys.js';
import { endPlaces } from './record-places.js';
import { SignedRecord, type SignedRecordRecord } from './records.model.js';
import { listFreshSeconds, writeWithdrawnList } from './withdrawn-list.js';

function cardOf({ _id, roadmap, facts, issuedAt, withdrawnAt }: SignedRecordRecord): RecordCard {
  return {
    key: _id,
    roadmap,
    title: facts.roadmap,
    topics: facts.topics.length,
    issuedAt: issuedAt.toISOString(),
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
  };
}

export function recordsHandlers(deps: Deps): Handlers<typeof records> {
  // Far from what an employer's office checks, and from what keeps a processor busy with signatures.
  const checks = createLimiter(deps, 'record-check', 120, 60);

  return {
    async listRecords({ query, viewer }) {
      const found = await SignedRecord.find({ learnerId: viewer.id }, { signed: 0 })
        .sort({ issuedAt: -1, _id: -1 })
        .lean<SignedRecordRecord[]>();
      return pageOfAll(found.map(cardOf), query, ({ key }) => key);
    },

    async issueRecord({ body, viewer, now }) {
      return cardOf(await issueRecord(deps, viewer.id, body.roadmap, now));
    },

    async withdrawRecord({ params, viewer, now }) {
      const mine = { _id: params.key, learnerId: viewer.id };
      await SignedRecord.updateOne({ ...mine, withdrawnAt: null }, { $set: { withdrawnAt: now } });
      const record = await SignedRecord.findOne(mine).lean<SignedRecordRecord>();
      if (!record) throw new Problem('not-found');
      await endPlaces([record]);
      return cardOf(record);
    },

    async readRecord({ params, client }) {
      await checks.take(client.address);
      const found = await findRecord(params.key);
      if (!found) throw new Problem('not-found');
      return reply(found, { headers: { 'Cache-Control': 'private, no-cache' } });
    },

    async checkRecord({ body, client, now }) {
      await checks.take(client.address);
      return checkRecord(deps, body.signed, now);
    },

    async readWithdrawnList({ params, client, now }) {
      await checks.take(client.address);
      const text = await writeWithdrawnList(deps, params.list, now);
      return reply(whole(text), { headers: { 'Cache-Control': `public, max-age=${listFreshSeconds}` } });
    },

    async listRecordKeys() {
      return reply({ keys: await findPublicKeys() }, { headers: { 'Cache-Control': 'public, max-age=300' } });
    },
  };
}
