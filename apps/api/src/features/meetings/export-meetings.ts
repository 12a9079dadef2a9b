import type { MeetingRecord } from './meetings.model.js';

/** A meeting as its learner takes it with them: both wrote on it, and both were to see it. */
export function exportMeeting(meeting: MeetingRecord) {
  const { roadmap, mentorId, openedAt, closedAt, lines, notes, actions } = meeting;
  return {
    ...{ roadmap, mentorId: String(mentorId), openedAt: openedAt.toISOString() },
    closedAt: closedAt?.toISOString() ?? null,
    lines: lines.map(({ text, change, by, isDone }) => ({ text, change, by, isDone })),
    notes,
    actions: actions.map(({ who, what, topicId, projectId, day, isDone }) => ({
      ...{ who, what, topicId, projectId, day, isDone },
    })),
  };
}
