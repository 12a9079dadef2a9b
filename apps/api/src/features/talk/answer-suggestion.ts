import { createHash } from 'node:crypto';
import type { Suggestion as Answer, Roadmap, Topic } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import { getEnrolment } from '../progress/find-enrolment.js';
import { setTopics } from '../progress/set-topics.js';
import { topicAt } from '../progress/way-of.js';
import { changeRoom } from '../rooms/change-room.js';
import { uncountSuggestion } from './enter-talk.js';
import { suggestionAnswer } from './suggestion-answer.js';
import { Suggestion, type SuggestionRecord } from './talk.model.js';
import { findMentors } from './who-talks.js';

export interface Answering {
  learnerId: string;
  answer: 'taken' | 'put-away';
  words: string;
  operationId: string;
  timeZone: string;
  now: Date;
}

/** A link in a room has an id of its own: taken twice, it is there once. */
function linkId({ _id }: SuggestionRecord): string {
  const hex = createHash('sha256').update(String(_id)).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

const longestTitle = 120;

function titleOf({ words, url }: SuggestionRecord): string {
  return (words || new URL(url ?? '').hostname).slice(0, longestTitle);
}

/**
 * What taking it does, as an act of its learner's: a link goes among their own, and what is to be done next is begun, which
 * puts it first among the next steps. What is begun, done or skipped already stays as they have it.
 */
async function carryOut(
  suggestion: SuggestionRecord,
  roadmap: Roadmap,
  topic: Topic,
  answering: Answering,
): Promise<void> {
  const { learnerId, operationId, timeZone, now } = answering;
  const act = { learnerId, roadmap, topic, timeZone, now };
  if (suggestion.kind === 'link' && suggestion.url !== null) {
    const link = { title: titleOf(suggestion), url: suggestion.url };
    await changeRoom({ ...act, at: now }, { links: { [linkId(suggestion)]: link } }, operationId);
  }
  if (suggestion.kind !== 'next') return;
  const { state } = topicAt(await getEnrolment(learnerId, roadmap.slug), topic.ordinal);
  if (state !== 'not_started') return;
  await setTopics({ ...act, operationId, changes: [{ topic, change: { state: 'learning' } }] });
}

/** A learner takes a suggestion or puts it away, once, inside the caller's transaction. */
export async function answerSuggestion(deps: Deps, id: string, answering: Answering): Promise<Answer> {
  const { learnerId, answer, words, now } = answering;
  const mine = await Suggestion.findOne({ _id: id, learnerId }).lean<SuggestionRecord>();
  if (!mine) throw new Problem('not-found');
  const answered = await Suggestion.findOneAndUpdate(
    { _id: id, learnerId, isOpen: true },
    { $set: { isOpen: false, answer, answerWords: words, answeredAt: now } },
    { returnDocument: 'after' },
  ).lean<SuggestionRecord>();
  if (!answered) throw new Problem('suggestion-answered');
  const roadmap = deps.roadmaps.get(mine.roadmap);
  const topic = roadmap?.topics.find(({ ordinal }) => ordinal === mine.ordinal);
  if (answer === 'taken' && roadmap && topic) await carryOut(answered, roadmap, topic, answering);
  await uncountSuggestion(mine.talkId, await findMentors({ learnerId, roadmap: mine.roadmap, scope: 'progress' }));
  return suggestionAnswer(deps, answered);
}
