import type { About } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { cohortsTold } from './about-cohort.js';
import { asksTold, invitationsTold } from './about-invitations.js';
import type { AboutKind, Subject } from './about-kind.js';
import { reviewsTold } from './about-review.js';
import { projectsTold, topicsTold } from './about-talk.js';
import { idsOf, type NotificationRecord } from './notifications.model.js';

const abouts: Readonly<Record<About['kind'], AboutKind>> = {
  review: reviewsTold,
  cohort: cohortsTold,
  'mentor-invitation': invitationsTold,
  'mentor-ask': asksTold,
  topic: topicsTold,
  project: projectsTold,
};

/** The stored key, taken apart. */
export function aboutOf(key: string): About {
  const at = key.indexOf(':');
  return { kind: key.slice(0, at) as About['kind'], id: key.slice(at + 1) };
}

export const kindOf = (key: string): AboutKind => abouts[aboutOf(key).kind];

/** What these are about, by stored key; one read for each kind. */
export async function findSubjects(
  deps: Pick<Deps, 'roadmaps'>,
  told: readonly Pick<NotificationRecord, 'about'>[],
): Promise<ReadonlyMap<string, Subject>> {
  const keys = told.map(({ about }) => about);
  const found = new Map<string, Subject>();
  for (const [kind, about] of Object.entries(abouts) as [About['kind'], AboutKind][]) {
    const ids = idsOf(kind, keys);
    if (ids.length === 0) continue;
    for (const [id, subject] of await about.find(ids, deps)) found.set(`${kind}:${id}`, subject);
  }
  return found;
}
