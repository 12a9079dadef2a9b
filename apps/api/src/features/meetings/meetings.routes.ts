import type { meetings } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import type { Handlers } from '../../http/route.js';
import { recordLooks } from '../looks/record-looks.js';
import { learnerDay } from '../progress/learner-day.js';
import { beginMeeting, closeMeeting } from './begin-and-close.js';
import { type Editing, tickAction, writeActions, writeAgenda, writeNotes } from './change-meeting.js';
import { enterMeeting } from './enter-meeting.js';
import { listMeetings } from './list-meetings.js';
import { meetingAnswer } from './meeting-answer.js';

interface Called {
  params: { id: string };
  viewer: { id: string };
  timeZone: string | undefined;
  now: Date;
}

export function meetingsHandlers(deps: Deps): Handlers<typeof meetings> {
  const editing = async ({ params, viewer, timeZone, now }: Called): Promise<Editing> => ({
    ...{ id: params.id, viewerId: viewer.id, now, today: await learnerDay(timeZone, viewer.id, now) },
  });
  const answer = async (id: string, { viewerId, ...moment }: Omit<Editing, 'id'>) =>
    meetingAnswer(deps, await enterMeeting(id, viewerId), moment);

  return {
    async listMeetings({ query, viewer }) {
      return listMeetings(viewer.id, query);
    },

    async beginMeeting({ body, viewer, timeZone, now }) {
      const id = await beginMeeting({ ...body, viewerId: viewer.id, now });
      return answer(id, await editing({ params: { id }, viewer, timeZone, now }));
    },

    async readMeeting({ params, viewer, timeZone, now }) {
      const entered = await enterMeeting(params.id, viewer.id);
      const { learnerId, roadmap } = entered.meeting;
      await recordLooks([{ learnerId, mentorId: viewer.id, what: 'dashboard', roadmap }], now);
      return meetingAnswer(deps, entered, { now, today: await learnerDay(timeZone, viewer.id, now) });
    },

    async writeAgenda(call) {
      return writeAgenda(deps, await editing(call), call.body);
    },

    async writeMeetingNotes(call) {
      return writeNotes(deps, await editing(call), call.body);
    },

    async writeActions(call) {
      return writeActions(deps, await editing(call), call.body);
    },

    async tickAction(call) {
      await tickAction(await editing(call), call.params.actionId, call.body.isDone);
      return undefined;
    },

    async closeMeeting(call) {
      const on = await editing(call);
      return answer(await closeMeeting(deps, on), on);
    },
  };
}
