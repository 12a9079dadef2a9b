import { isDeepStrictEqual } from 'node:util';
import { dayIn, type Roadmap } from '@waymark/contract';
import mongoose from 'mongoose';
import { type Background, untilNone } from '../../background.js';
import { transact } from '../../database/transact.js';
import type { Deps } from '../../deps.js';
import { outlookAt } from '../progress/outlook-at.js';
import { Enrolment, type EnrolmentRecord } from '../progress/progress.model.js';
import { attentionOf } from './attention-of.js';
import { type Concerns, findConcerns } from './find-concerns.js';
import { Grant, type GrantRecord } from './grants.model.js';
import { rosterEntry } from './roster-entry.js';
import { Round, type RoundRecord } from './rounds.model.js';
import { writeRows } from './write-rows.js';

const dayMs = 86_400_000;
const lookMs = 10 * 60_000;
const atOnce = 100;
const roundId = 'nightly';

type Keeping = Pick<Deps, 'connection' | 'roadmaps'>;

/** Where the round stands that is to be gone on with; a new one begins a day after the last. */
async function findRound(now: Date): Promise<RoundRecord | null> {
  const round = await Round.findOne({ _id: roundId }).lean<RoundRecord>();
  if (round?.after) return round;
  if (round && now.getTime() - round.beganAt.getTime() < dayMs) return null;
  const begun = { _id: roundId, beganAt: now, after: new mongoose.Types.ObjectId('0'.repeat(24)) };
  await Round.updateOne({ _id: roundId }, { $set: begun }, { upsert: true });
  return begun;
}

/** Whether what is stored of it says today what it should. */
function isRight(roadmap: Roadmap, record: EnrolmentRecord, grants: readonly GrantRecord[], today: string): boolean {
  if (!isDeepStrictEqual(attentionOf(roadmap, record), record.attention)) return false;
  if (!isDeepStrictEqual(outlookAt(roadmap, record), record.outlook)) return false;
  return grants.every((grant) => isDeepStrictEqual(rosterEntry(grant, record, today), grant.entry));
}

async function mend(
  { connection }: Keeping,
  roadmap: Roadmap,
  id: EnrolmentRecord['_id'],
  concerns: Concerns,
  now: Date,
) {
  await transact(connection, async () => {
    const record = await Enrolment.findOne({ _id: id, leftAt: null }).lean<EnrolmentRecord>();
    if (!record) return;
    record.concerns = concerns;
    record.attention = attentionOf(roadmap, record);
    record.outlook = outlookAt(roadmap, record);
    const { attention, outlook } = record;
    await Enrolment.updateOne({ _id: id }, { $set: { concerns, attention, outlook }, $inc: { revision: 1 } });
    await writeRows(record, now);
  });
}

/** Looks at the next enrolments of a round: how many it mended. */
async function lookAt(deps: Keeping, page: readonly EnrolmentRecord[], now: Date): Promise<number> {
  const concernsOf = await findConcerns(page.map(({ learnerId }) => learnerId));
  const ids = page.map(({ _id }) => _id);
  const grants = await Grant.find({ enrolmentId: mongoose.trusted({ $in: ids }), isLive: true }).lean<GrantRecord[]>();
  let mended = 0;
  for (const record of page) {
    const roadmap = deps.roadmaps.get(record.roadmap);
    if (!roadmap) continue;
    const concerns = concernsOf(record.learnerId, record.roadmap);
    const rows = grants.filter(({ enrolmentId }) => enrolmentId.equals(record._id));
    if (isRight(roadmap, { ...record, concerns }, rows, dayIn('UTC', now))) continue;
    await mend(deps, roadmap, record._id, concerns, now);
    mended += 1;
  }
  return mended;
}

/**
 * Brings in step, once a day, what no event does: a pause that begins by itself, a rule that another version has, a row from
 * before something was stored. Ended anywhere it goes on from there; two processes do the same to the same end.
 */
export async function keepInStep(deps: Keeping, now: Date): Promise<number> {
  let mended = 0;
  await untilNone(async () => {
    const round = await findRound(now);
    if (!round) return false;
    const { after, beganAt } = round;
    const page = await Enrolment.find({ _id: mongoose.trusted({ $gt: after }), leftAt: null })
      .sort({ _id: 1 })
      .limit(atOnce)
      .lean<EnrolmentRecord[]>();
    mended += await lookAt(deps, page, now);
    const next = page.length < atOnce ? null : (page.at(-1)?._id ?? null);
    await Round.updateOne({ _id: roundId, beganAt, after }, { $set: { after: next } });
    return true;
  });
  return mended;
}

/** What needs attention, as long as the process lives. */
export function keepAttention(deps: Deps, background: Background): void {
  background.keep('rows of rosters brought in step', lookMs, () => keepInStep(deps, deps.now()));
}
