import { type Suggestion as Answer, mostOpenSuggestions, type SuggestionKind } from '@waymark/contract';
import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { page } from '../../http/cursor.js';
import { Problem } from '../../http/problem.js';
import { findTopic } from '../roadmaps/find-topic.js';
import { countInTalk, olderThanLast, type Place, uncountSuggestion, type Way } from './enter-talk.js';
import { suggestionAnswer, suggestionAnswers } from './suggestion-answer.js';
import { Suggestion, type SuggestionRecord, talkId } from './talk.model.js';
import { findMentors } from './who-talks.js';

interface What {
  kind: SuggestionKind;
  url: string | null;
  words: string;
}

/** One of the places that are free between a mentor and a learner. Two that meet in one: the index lets in one of them. */
async function findFreePlace(learnerId: string, mentorId: string): Promise<number> {
  const taken = new Set(await Suggestion.distinct('place', { learnerId, mentorId, isOpen: true }));
  const free = Array.from({ length: mostOpenSuggestions }, (_, place) => place).filter((place) => !taken.has(place));
  const [first] = free;
  if (first === undefined) {
    const detail = `${mostOpenSuggestions} of yours are open. Take one back, or wait for an answer.`;
    throw new Problem('suggestions-full', { detail });
  }
  return first;
}

/** A mentor suggests something, inside the caller's transaction. Nobody suggests anything to themselves. */
export async function suggest(deps: Deps, place: Place, what: What, now: Date): Promise<Answer> {
  const { id, learnerId, viewerId: mentorId, roadmap, topic } = place;
  if (learnerId === mentorId) throw new Problem('not-found');
  const where = { talkId: id, roadmap: roadmap.slug, ordinal: topic.ordinal, topicId: topic.id };
  const free = await findFreePlace(learnerId, mentorId);
  const [made] = await Suggestion.create([
    { learnerId, mentorId, ...where, ...what, at: now, isOpen: true, place: free },
  ]);
  if (!made) throw new Error('the suggestion was not kept');
  await countInTalk(place, { openSuggestions: 1, says: 'suggested' }, now);
  return suggestionAnswer(deps, made.toObject() as SuggestionRecord);
}

/** A mentor takes back what they suggested, while nobody has answered it. */
export async function withdrawSuggestion({ learnerId, viewerId, roadmap }: Way, id: string): Promise<void> {
  const gone = await Suggestion.findOneAndDelete({
    ...{ _id: id, learnerId, mentorId: viewerId, roadmap: roadmap.slug, isOpen: true },
  }).lean<SuggestionRecord>();
  if (!gone) throw new Problem('not-found');
  await uncountSuggestion(gone.talkId, await findMentors({ learnerId, roadmap: roadmap.slug, scope: 'progress' }));
}

interface Query {
  limit: number;
  cursor?: string | undefined;
}

async function lastFirst(deps: Deps, whose: object, query: Query) {
  const found = await Suggestion.find({ ...whose, ...olderThanLast(query.cursor) })
    .sort({ _id: -1 })
    .limit(query.limit + 1)
    .lean<SuggestionRecord[]>();
  const { items, nextCursor } = page(found, query.limit, (each) => [String(each._id)]);
  return { items: await suggestionAnswers(deps, items), nextCursor };
}

/** What was suggested on a way, for its learner and the mentors who see it. */
export function listSuggestions(
  deps: Deps,
  { learnerId, roadmap }: Way,
  query: Query & { only: 'open' | 'all'; topicId?: string | undefined },
) {
  const topic = query.topicId === undefined ? undefined : findTopic(roadmap, query.topicId);
  const open = query.only === 'open' && { isOpen: true };
  const where =
    query.topicId === undefined
      ? { learnerId, roadmap: roadmap.slug }
      : { talkId: talkId(learnerId, roadmap.slug, topic?.ordinal ?? -1) };
  return lastFirst(deps, { ...where, ...open }, query);
}

/** What waits for a learner's answer. */
export function listMySuggestions(deps: Deps, learnerId: string, query: Query) {
  return lastFirst(deps, { learnerId: new mongoose.Types.ObjectId(learnerId), isOpen: true }, query);
}
