import type { Look as LookAnswer } from '@waymark/contract';
import { olderThan, page, readCursor } from '../../http/cursor.js';
import { findPeople, formerMember } from '../accounts/find-people.js';
import { Look, type LookRecord } from './looks.model.js';

interface Query {
  mentor?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** Who looked at what of the learner's, the last hour first. */
export async function listLooks(learnerId: string, { mentor, limit, cursor }: Query) {
  const [hour, id] = (readCursor(cursor, ['time', 'id']) ?? []) as [number?, string?];
  const before = id && hour !== undefined ? olderThan('hour', hour, id) : {};
  const found = await Look.find({ learnerId, ...(mentor && { mentorId: mentor }), ...before })
    .sort({ hour: -1, _id: -1 })
    .limit(limit + 1)
    .lean<LookRecord[]>();
  const { items, nextCursor } = page(found, limit, (look) => [look.hour.getTime(), String(look._id)]);
  const people = await findPeople(items.map(({ mentorId }) => mentorId));
  return {
    items: items.map(
      (look): LookAnswer => ({
        id: String(look._id),
        mentor: people.get(String(look.mentorId)) ?? formerMember(look.mentorId),
        what: look.what,
        roadmap: look.roadmap,
        hour: look.hour.toISOString(),
        firstAt: look.firstAt.toISOString(),
        lastAt: look.lastAt.toISOString(),
      }),
    ),
    nextCursor,
  };
}

/** As it leaves with its learner. */
export const lookExport = ({ mentorId, what, roadmap, firstAt, lastAt }: LookRecord) => ({
  ...{ mentorId: String(mentorId), what, roadmap },
  firstAt: firstAt.toISOString(),
  lastAt: lastAt.toISOString(),
});
