import type { Suggestion as Answer } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { findPeople } from '../accounts/find-people.js';
import type { SuggestionRecord } from './talk.model.js';

type Known = Pick<Deps, 'roadmaps'>;

export async function suggestionAnswers({ roadmaps }: Known, records: readonly SuggestionRecord[]): Promise<Answer[]> {
  const people = await findPeople(records.map(({ mentorId }) => mentorId));
  return records.map(({ _id, roadmap, ordinal, topicId, mentorId, kind, url, words, at, ...answered }) => {
    const topic = roadmaps.get(roadmap)?.topics.find((each) => each.ordinal === ordinal);
    const { answer, answerWords, answeredAt } = answered;
    return {
      id: String(_id),
      ...{ roadmap, topicId: topic?.id ?? topicId, title: topic?.title ?? topicId },
      by: people.get(String(mentorId)) ?? null,
      ...{ kind, url, words, at: at.toISOString() },
      answer: answer && answeredAt && { kind: answer, words: answerWords, at: answeredAt.toISOString() },
    };
  });
}

export async function suggestionAnswer(known: Known, record: SuggestionRecord): Promise<Answer> {
  const [answer] = await suggestionAnswers(known, [record]);
  if (!answer) throw new Error('one suggestion in, none out');
  return answer;
}
