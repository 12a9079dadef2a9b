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
  writeAgenda: both(200, { base: 0, lines: [], removed: [] }),
  writeMeetingNotes: both(200, { base: 0, text: 'Notes' }),
  writeActions: both(200, { base: 1, actions: [] }),
  tickAction: both(204, undefined, {
    asking: (world) => ({ params: { actionId: world.actionId }, body: { isDone: true } }),
    alone: true,
  }),
  closeMeeting: both(200, undefined, { alone: true }),
};
