import { agendaOf, type Meeting as MeetingAnswer } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import { findPeople, formerMember } from '../accounts/find-people.js';
import { changesFor, type Entered, enterMeeting, type Moment } from './enter-meeting.js';
import { lineFilter } from './filter-lines.js';
import { projectsOn } from './named-projects.js';

/** The sheet as it is now for one of the two. */
export async function meetingAnswer(deps: Deps, entered: Entered, moment: Moment): Promise<MeetingAnswer> {
  const { meeting, role, view } = entered;
  const people = await findPeople([meeting.learnerId, meeting.mentorId]);
  const personOf = (id: unknown) => people.get(String(id)) ?? formerMember(id);
  const kept = meeting.lines.filter(await lineFilter(entered));
  const changes = await changesFor(deps, entered, moment);
  return {
    id: String(meeting._id),
    learner: personOf(meeting.learnerId),
    mentor: personOf(meeting.mentorId),
    roadmap: meeting.roadmap,
    role,
    isShared: view !== null,
    openedAt: meeting.openedAt.toISOString(),
    since: meeting.since?.toISOString() ?? null,
    closedAt: meeting.closedAt?.toISOString() ?? null,
    agenda: { ...agendaOf(kept, changes, meeting.removed), version: meeting.linesVersion },
    notes: { text: meeting.notes, version: meeting.notesVersion },
    actions: { items: meeting.actions, version: meeting.actionsVersion },
    projects: await projectsOn(entered),
  };
}

/** Why a change found no such version: it is over, or somebody else was there first and is told. */
export async function refuse(deps: Deps, id: string, viewerId: string, moment: Moment): Promise<never> {
  const entered = await enterMeeting(id, viewerId);
  if (!entered.meeting.isOpen) throw new Problem('meeting-closed');
  throw new Problem('stale', { current: await meetingAnswer(deps, entered, moment) });
}
