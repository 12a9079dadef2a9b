import type { meetings } from '@waymark/contract';
import { type More, only, own, type Row } from './access-rows.js';

/** Its learner and, as long as the grant is live, its mentor. */
const both = (status: number, body?: object, more: More = {}) =>
  only(['learner', 'mentor'], status, {
    ...(body && { asking: () => ({ body }) }),
    theirs: { param: 'id', of: (world) => world.meetingId },
    alone: body !== undefined,
    ...more,
  });

/** What each viewer may do about the sheet of a learner and their mentor. */
export const meetingRows: Record<keyof typeof meetings, Row> = {
  listMeetings: own(200, { asking: () => ({ query: { as: 'learner' } }) }),
  beginMeeting: only(['mentor'], 201, {
    asking: (world) => ({ body: { as: 'mentor', with: world.learner.id, roadmap: 'backend' } }),
  }),
  readMeeting: both(200),
  // On a version that never was: who is let in is told what stands there.
  writeAgenda: both(412, { base: 99, lines: [], removed: [] }),
  writeMeetingNotes: both(412, { base: 99, text: 'Notes' }),
  writeActions: both(412, { base: 99, actions: [] }),
  tickAction: both(204, undefined, {
    asking: (world) => ({ params: { actionId: world.actionId }, body: { isDone: true } }),
    alone: true,
  }),
  // Of the two only one could close it, so it is one that is over.
  closeMeeting: both(409, undefined, { theirs: { param: 'id', of: (world) => world.closedMeetingId } }),
};
