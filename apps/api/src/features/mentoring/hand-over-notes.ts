import type { Roadmap } from '@waymark/contract';
import { Room, type RoomRecord, withSharedNote } from '../rooms/rooms.model.js';
import { quoted } from '../transfer/markdown-text.js';
import { rowsOf } from '../transfer/part.js';
import type { GrantRecord } from './grants.model.js';
import { partOf, titleIn } from './hand-over-words.js';

/** The notes that a learner shares with the mentors of this way, the last written first; nothing, where there are none. */
export async function* sharedNotesPart({ learnerId }: GrantRecord, roadmap: Roadmap): AsyncGenerator<string> {
  const topics = new Map(roadmap.topics.map(({ ordinal, id }) => [ordinal, id]));
  const shared = { learnerId, roadmap: roadmap.slug, ...withSharedNote };
  let isFirst = true;
  const rows = Room.find(shared, { marks: 0, search: 0 }).sort({ noteAt: -1, _id: -1 });
  for await (const { ordinal, topicId, note } of rowsOf<RoomRecord>(rows)) {
    if (isFirst) yield partOf('Notes that I share', [], '').trimEnd();
    isFirst = false;
    yield `\n\n### ${titleIn(roadmap, topics.get(ordinal) ?? topicId)}\n\n${quoted(note)}`;
  }
  if (!isFirst) yield '\n';
}
