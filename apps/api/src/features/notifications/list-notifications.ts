import type { Notification as Answer } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { olderThan, page, readCursor } from '../../http/cursor.js';
import { findPeople, formerMember } from '../accounts/find-people.js';
import { aboutOf, findSubjects } from './abouts.js';
import { Notification, type NotificationRecord } from './notifications.model.js';

type Naming = Pick<Deps, 'roadmaps'>;

async function answers(deps: Naming, records: readonly NotificationRecord[]): Promise<Answer[]> {
  const subjects = await findSubjects(deps, records);
  const people = await findPeople(records.flatMap(({ learnerId, actorId }) => [learnerId ?? [], actorId ?? []].flat()));
  return records.flatMap(({ _id, memberId, kind, about, learnerId, actorId, days, count, at, isUnread }) => {
    const subject = subjects.get(about);
    if (!subject) return [];
    return {
      id: String(_id),
      kind,
      about: aboutOf(about),
      title: subject.title,
      path: subject.path(kind, String(memberId)),
      learner: learnerId && (people.get(String(learnerId)) ?? formerMember(learnerId)),
      by: people.get(String(actorId)) ?? null,
      days,
      count,
      at: at.toISOString(),
      isRead: !isUnread,
    };
  });
}

interface Query {
  limit: number;
  cursor?: string | undefined;
  only?: 'unread' | undefined;
}

/** What a member was told, the newest first. */
export async function listNotifications(deps: Naming, memberId: string, query: Query) {
  const [time, id] = (readCursor(query.cursor, ['time', 'id']) ?? []) as [number?, string?];
  const whose = { memberId, ...(query.only && { isUnread: true }) };
  const found = await Notification.find({ ...whose, ...(time !== undefined && id && olderThan('at', time, id)) })
    .sort({ at: -1, _id: -1 })
    .limit(query.limit + 1)
    .lean<NotificationRecord[]>();
  const { items, nextCursor } = page(found, query.limit, (each) => [each.at.getTime(), String(each._id)]);
  return { items: await answers(deps, items), nextCursor };
}

/** For the export: without the names of others. */
export function notificationExport({ kind, about, days, count, at, isUnread }: NotificationRecord) {
  return { kind, about: aboutOf(about), days, count, at: at.toISOString(), isRead: !isUnread };
}
