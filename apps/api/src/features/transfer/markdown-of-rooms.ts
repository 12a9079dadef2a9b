import type { Roadmap } from '@waymark/contract';
import { linksOf } from '../rooms/room-answer.js';
import { Room, type RoomRecord } from '../rooms/rooms.model.js';
import { linkTo, plainLine, quoted } from './markdown-text.js';
import { rowsOf } from './part.js';

function markdownOfRoom(title: string, { marks, note }: RoomRecord): string | undefined {
  const leftOff = marks.find(({ key }) => key === 'leftOff')?.value;
  const facts = [
    ...(typeof leftOff === 'string' && leftOff !== '' ? [`Left off: ${plainLine(leftOff)}`] : []),
    ...linksOf(marks).map((link) => `${plainLine(link.title)}: ${linkTo(link.url)}`),
  ];
  const parts = [facts.map((fact) => `- ${fact}`).join('\n'), note.trim() === '' ? '' : quoted(note)];
  const own = parts.filter((part) => part !== '');
  return own.length > 0 ? `${[`#### ${plainLine(title)}`, ...own].join('\n\n')}\n` : undefined;
}

/** What the learner wrote down on the topics of a roadmap: notes, links, where they left off. */
export async function* markdownOfRooms(roadmap: Roadmap, learnerId: string): AsyncGenerator<string> {
  let isFirst = true;
  const rooms = rowsOf<RoomRecord>(Room.find({ learnerId, roadmap: roadmap.slug }).sort({ ordinal: 1 }));
  for await (const room of rooms) {
    const topic = roadmap.topics.find(({ ordinal }) => ordinal === room.ordinal);
    const text = markdownOfRoom(topic?.title ?? room.topicId, room);
    if (!text) continue;
    if (isFirst) yield '\n### Notes\n';
    isFirst = false;
    yield `\n${text}`;
  }
}
