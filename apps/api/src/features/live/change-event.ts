import type { LiveEvent } from '@waymark/contract';

/** The few fields of a document that say whose it is and where it belongs. */
interface Projected {
  _id: unknown;
  learnerId?: unknown;
  mentorId?: unknown;
  memberId?: unknown;
  heldBy?: unknown;
  asked?: string;
  mentorIds?: readonly unknown[];
  /** Who was asked. */
  told?: readonly unknown[];
  roadmap?: string;
  topicId?: string;
  isLive?: boolean;
}

export interface SeenChange {
  ns: { coll: string };
  documentKey: { _id: unknown };
  updateDescription?: { updatedFields?: Pick<Projected, 'isLive'> };
  fullDocument?: Projected | null;
  /** Of what was deleted, where the collection keeps it. */
  fullDocumentBeforeChange?: Projected | null;
}

const place = ({ roadmap, topicId }: Projected) => ({
  ...(roadmap != null && { roadmap }),
  ...(topicId != null && { topicId }),
});
const named = ({ _id }: Projected) => ({ id: String(_id) });
const learner = ({ learnerId }: Projected) => [learnerId];

interface Followed {
  owners: (document: Projected, isClosing: boolean) => unknown[];
  event: (document: Projected) => LiveEvent;
}

/** The collections that are followed: whose their documents are, and what to read again. */
const followed: Readonly<Record<string, Followed>> = {
  enrolments: { owners: learner, event: (document) => ({ kind: 'enrolment', ...place(document) }) },
  rooms: { owners: learner, event: (document) => ({ kind: 'room', ...place(document) }) },
  times: { owners: learner, event: (document) => ({ kind: 'time', ...place(document), ...named(document) }) },
  projectlinks: { owners: learner, event: (document) => ({ kind: 'project', ...named(document) }) },
  projects: { owners: learner, event: (document) => ({ kind: 'project', ...named(document) }) },
  accounts: { owners: ({ _id }) => [_id], event: () => ({ kind: 'account' }) },
  reviews: {
    // Of the pool nobody is told but who has it; of all others those who see it, whoever has it or had it.
    owners: ({ learnerId, heldBy, told, asked }) => [learnerId, ...(asked === 'pool' ? [heldBy] : (told ?? []))],
    event: (document) => ({ kind: 'review', ...named(document) }),
  },
  reviewers: { owners: ({ _id }) => [_id], event: () => ({ kind: 'reviewer' }) },
  talks: {
    owners: ({ learnerId, told }) => [learnerId, ...(told ?? [])],
    // Whose talk it is: their mentors follow those of many.
    event: (document) => ({ kind: 'talk', ...place(document), id: String(document.learnerId) }),
  },
  helprequests: {
    owners: ({ learnerId, told }) => [learnerId, ...(told ?? [])],
    event: (document) => ({ kind: 'help', id: String(document.learnerId) }),
  },
  notifications: { owners: ({ memberId }) => [memberId], event: () => ({ kind: 'notification' }) },
  cohorts: { owners: ({ mentorIds }) => [...(mentorIds ?? [])], event: () => ({ kind: 'cohort' }) },
  cohortoffers: { owners: ({ memberId }) => [memberId], event: () => ({ kind: 'cohort' }) },
  looks: { owners: learner, event: () => ({ kind: 'look' }) },
  mentorinvitations: {
    owners: ({ mentorId, memberId, learnerId }) => [mentorId, memberId, learnerId],
    event: (document) => ({ kind: 'mentor-invitation', ...named(document) }),
  },
  mentorasks: {
    owners: ({ mentorId, learnerId }) => [mentorId, learnerId],
    event: (document) => ({ kind: 'mentor-invitation', ...named(document) }),
  },
  meetings: {
    owners: ({ learnerId, told }) => [learnerId, ...(told ?? [])],
    event: (document) => ({ kind: 'meeting', ...named(document) }),
  },
  grants: {
    // Its mentor is told that it is closed, and nothing of it while it is.
    owners: ({ learnerId, mentorId, isLive }, isClosing) => [learnerId, isLive || isClosing ? mentorId : null],
    event: (document) => ({ kind: 'grant', ...named(document) }),
  },
};

export const followedCollections = Object.keys(followed);

/** Of a deleted document only its id is left, unless its collection keeps what it was. */
export const collectionsWithDeletes = ['notifications', 'projects', 'times'];

/** Who is to read what again. Nobody, where nothing says whose it was. */
export function changeEvent(change: SeenChange): { event: LiveEvent; memberIds: string[] } | null {
  const known = followed[change.ns.coll];
  const document = change.fullDocument ?? change.fullDocumentBeforeChange;
  if (!known || !document) return null;
  const whole = { ...document, _id: change.documentKey._id };
  const isClosing = change.updateDescription?.updatedFields?.isLive === false;
  const memberIds = known.owners(whole, isClosing).filter((id) => id != null);
  return { event: known.event(whole), memberIds: memberIds.map(String) };
}
