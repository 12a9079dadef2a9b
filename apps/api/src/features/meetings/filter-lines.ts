import { type MeetingLine, seesLine } from '@waymark/contract';
import mongoose from 'mongoose';
import { Room, withSharedNote } from '../rooms/rooms.model.js';
import { consentOf, type Entered } from './enter-meeting.js';
import { mentorSees } from './named-projects.js';

/**
 * Which of the lines that were kept whoever looks may read: its learner all; its mentor what they may see at this moment. A
 * project that was made private since, and a note that is shared no more, are not named to them.
 */
export async function lineFilter(entered: Entered): Promise<(line: MeetingLine) => boolean> {
  const { meeting, role } = entered;
  if (role === 'learner') return () => true;
  const changes = meeting.lines.flatMap(({ change }) => change ?? []);
  const noted = changes.flatMap(({ kind, topicId }) => (kind === 'note' && topicId ? [topicId] : []));
  const [projects, notes] = await Promise.all([
    mentorSees(
      changes.flatMap(({ project }) => project?.id ?? []),
      entered,
    ),
    noted.length > 0 ? sharedOf(entered, noted) : new Set<string>(),
  ]);
  const consent = consentOf(entered);
  return (line) => {
    const { kind, topicId, project } = line.change ?? {};
    if (project && !projects.has(project.id)) return false;
    if (kind === 'note' && !notes.has(topicId ?? '')) return false;
    return seesLine(line, consent);
  };
}

async function sharedOf({ meeting }: Entered, topicIds: readonly string[]): Promise<ReadonlySet<string>> {
  const { learnerId, roadmap } = meeting;
  const found = await Room.find(
    { learnerId, roadmap, ...withSharedNote, topicId: mongoose.trusted({ $in: [...topicIds] }) },
    { topicId: 1 },
  ).lean();
  return new Set(found.map(({ topicId }) => topicId));
}
