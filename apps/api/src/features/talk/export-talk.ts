import type mongoose from 'mongoose';
import { findPeople } from '../accounts/find-people.js';
import { rowsOf } from '../transfer/part.js';
import { type HelpRecord, HelpRequest } from './help.model.js';
import { type CommentRecord, Suggestion, type SuggestionRecord, TopicComment } from './talk.model.js';

type Written = Record<string, unknown>;
type Id = mongoose.Types.ObjectId | string;

const iso = (at: Date | null) => at?.toISOString() ?? null;

/** Who said it, by name: asked one by one, since an export is read one by one. */
async function nameOf(id: mongoose.Types.ObjectId | null): Promise<string | null> {
  return id === null ? null : ((await findPeople([id])).get(String(id))?.name ?? null);
}

async function* written<T>(rows: AsyncIterable<T>, write: (row: T) => Written | Promise<Written>) {
  for await (const row of rows) yield await write(row);
}

/** `<learner>:<roadmap>:<ordinal>`, without the learner. */
const placeOf = (talkId: string) => {
  const [, roadmap, ordinal] = talkId.split(':');
  return { roadmap, ordinal: Number(ordinal) };
};

const suggested = ({ roadmap, topicId, kind, url, words, at, answer, answerWords, answeredAt }: SuggestionRecord) => ({
  ...{ roadmap, topicId, kind, url, words, at: iso(at) },
  answer: answer && { kind: answer, words: answerWords, at: iso(answeredAt) },
});

/**
 * What was said on a member's own ways, by whom they and their mentors are, and what they said, suggested and asked
 * themselves. What mentors wrote to them is theirs to take along; of other learners only their own words.
 */
export function talkLists(memberId: Id): [name: string, rows: AsyncIterable<Written>][] {
  const isMine = (id: unknown) => String(id) === String(memberId);
  const onMyWays = TopicComment.find({ learnerId: memberId, deletedAt: null }).sort({ _id: 1 });
  const asMentor = TopicComment.find({ authorId: memberId, deletedAt: null }).sort({ _id: 1 });
  const received = Suggestion.find({ learnerId: memberId }).sort({ _id: 1 });
  const given = Suggestion.find({ mentorId: memberId }).sort({ _id: 1 });
  const asked = HelpRequest.find({ learnerId: memberId }).sort({ _id: 1 });
  return [
    [
      'topicComments',
      written<CommentRecord>(rowsOf(onMyWays), async ({ talkId, authorId, text, at }) => ({
        ...placeOf(talkId),
        ...{ isMine: isMine(authorId), by: await nameOf(authorId), text, at: iso(at) },
      })),
    ],
    [
      'topicCommentsGiven',
      written<CommentRecord>(rowsOf(asMentor), ({ talkId, learnerId, text, at }) => ({
        ...placeOf(talkId),
        ...{ toMyself: isMine(learnerId), text, at: iso(at) },
      })),
    ],
    [
      'suggestionsReceived',
      written<SuggestionRecord>(rowsOf(received), async (row) => ({
        by: await nameOf(row.mentorId),
        ...suggested(row),
      })),
    ],
    ['suggestionsGiven', written<SuggestionRecord>(rowsOf(given), suggested)],
    [
      'helpRequests',
      written<HelpRecord>(rowsOf(asked), async ({ roadmap, topicId, projectId, sentence, askedAt, day, ...help }) => ({
        ...{ roadmap, topicId, projectId: projectId && String(projectId), sentence, askedAt: iso(askedAt), day },
        closedAt: iso(help.closedAt),
        closedBy: await nameOf(help.closedBy),
        closedWords: help.closedWords,
      })),
    ],
  ];
}
