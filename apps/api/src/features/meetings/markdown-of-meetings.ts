import type { MeetingAction } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { findPeople } from '../accounts/find-people.js';
import type { GrantRecord } from '../mentoring/grants.model.js';
import { plainLine, quoted } from '../transfer/markdown-text.js';
import { rowsOf } from '../transfer/part.js';
import { Meeting, type MeetingRecord } from './meetings.model.js';

const none = 'Nothing is agreed.';

function actionLine(deps: Deps, roadmap: string, mentor: string, action: MeetingAction): string {
  const topic = deps.roadmaps.get(roadmap)?.topics.find(({ id }) => id === action.topicId)?.title;
  const about = topic ? ` (${plainLine(topic)})` : '';
  const until = action.day ? `, by ${action.day}` : '';
  const who = action.who === 'learner' ? 'I' : mentor;
  return `- [${action.isDone ? 'x' : ' '}] ${who}: ${plainLine(action.what)}${about}${until}`;
}

async function mentorOf(id: MeetingRecord['mentorId']): Promise<string> {
  return plainLine((await findPeople([id])).get(String(id))?.name ?? 'a former member');
}

const hasWords = ({ notes, actions, lines }: MeetingRecord) =>
  notes.trim() !== '' || actions.length > 0 || lines.some(({ text }) => text !== null);

/** A learner's meetings, the first first, for the document that they take with them. */
export async function* markdownOfMeetings(deps: Deps, learnerId: string): AsyncGenerator<string> {
  let isFirst = true;
  for await (const meeting of rowsOf<MeetingRecord>(Meeting.find({ learnerId }).sort({ _id: 1 }))) {
    if (!hasWords(meeting)) continue;
    if (isFirst) yield '\n## Meetings\n';
    isFirst = false;
    const mentor = await mentorOf(meeting.mentorId);
    const day = meeting.closedAt ? `on ${meeting.closedAt.toISOString().slice(0, 10)}` : 'still open';
    yield `\n### With ${mentor}, ${day}\n`;
    const lines = meeting.lines.flatMap(({ text, isDone }) =>
      text === null ? [] : [`- [${isDone ? 'x' : ' '}] ${plainLine(text)}`],
    );
    const actions = meeting.actions.map((action) => actionLine(deps, meeting.roadmap, mentor, action));
    if (lines.length > 0) yield `\n${lines.join('\n')}\n`;
    if (meeting.notes.trim()) yield `\n${quoted(meeting.notes)}\n`;
    if (actions.length > 0) yield `\nAgreed:\n\n${actions.join('\n')}\n`;
  }
}

/** What is agreed with the mentor of a grant, and what was noted the last time. */
export async function* meetingParts(deps: Deps, grant: GrantRecord): AsyncGenerator<string> {
  const { learnerId, mentorId, roadmap } = grant;
  const last = await Meeting.find({ learnerId, mentorId, roadmap }).sort({ _id: -1 }).limit(2).lean<MeetingRecord[]>();
  const [current] = last;
  if (!current) return;
  const mentor = await mentorOf(mentorId);
  const actions = current.actions.filter(({ isDone }) => !isDone);
  const lines = actions.map((action) => actionLine(deps, roadmap, mentor, action));
  yield `\n## What we agreed\n\n${lines.length > 0 ? lines.join('\n') : none}\n`;
  const noted = last.find(({ notes }) => notes.trim() !== '');
  if (!noted) return;
  const day = (noted.closedAt ?? noted.openedAt).toISOString().slice(0, 10);
  yield `\n## Notes of our last meeting, ${day}\n\n${quoted(noted.notes)}\n`;
}
