import type { Roadmap } from '@waymark/contract';
import mongoose from 'mongoose';
import { findPeople } from '../accounts/find-people.js';
import { type CommentRecord, Talk, type TalkRecord, TopicComment } from '../talk/talk.model.js';
import { plainLine, quoted } from './markdown-text.js';
import { rowsOf } from './part.js';

const formerly = 'somebody who is not here any more';

/** What was said with mentors on the topics of a roadmap, each with who said it and when. */
export async function* markdownOfTalk(roadmap: Roadmap, learnerId: string): AsyncGenerator<string> {
  let isFirst = true;
  const talks = rowsOf<TalkRecord>(
    Talk.find({ learnerId, roadmap: roadmap.slug, comments: mongoose.trusted({ $gt: 0 }) }).sort({ ordinal: 1 }),
  );
  for await (const { _id, ordinal, topicId } of talks) {
    // A talk has an end: see `mostComments`.
    const said = await TopicComment.find({ talkId: _id, deletedAt: null }).sort({ _id: 1 }).lean<CommentRecord[]>();
    if (said.length === 0) continue;
    const people = await findPeople(said.map(({ authorId }) => authorId));
    if (isFirst) yield '\n### Talk with mentors\n';
    isFirst = false;
    yield `\n#### ${plainLine(roadmap.topics.find((topic) => topic.ordinal === ordinal)?.title ?? topicId)}\n`;
    for (const { authorId, at, text } of said) {
      const by = plainLine(people.get(String(authorId))?.name ?? formerly);
      yield `\n- ${by}, ${at.toISOString().slice(0, 10)}\n\n${quoted(text)}\n`;
    }
  }
}
