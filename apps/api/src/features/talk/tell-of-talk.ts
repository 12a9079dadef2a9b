import type { TalkNews } from '@waymark/contract';
import mongoose from 'mongoose';
import { keyOf } from '../notifications/notifications.model.js';
import { settleTold, tellMembers } from '../notifications/tell-members.js';
import type { HelpRecord } from './help.model.js';
import { Suggestion, TopicComment, talkId } from './talk.model.js';

export const aboutTalk = (id: string): string => keyOf({ kind: 'topic', id });

/** Of those who see it, so many are told. */
const mostTold = 50;

interface Acting {
  actorId: string;
  now: Date;
}

/** The mentors who have taken part, of those who may see it. */
async function findTalking(id: string, mentors: readonly string[], actorId: string): Promise<string[]> {
  const said = await TopicComment.distinct('authorId', { talkId: id });
  const suggested = await Suggestion.distinct('mentorId', { talkId: id });
  const talking = new Set([...said, ...suggested, actorId].map(String));
  return mentors.filter((mentorId) => talking.has(mentorId));
}

/**
 * Something was said or suggested: tells the learner and the mentors who take part in the talk; while none does, all who see
 * it. A suggestion is for the learner alone.
 */
export async function tellOfTalk(
  { id, learnerId }: { id: string; learnerId: string },
  kind: TalkNews,
  mentors: readonly mongoose.Types.ObjectId[],
  { actorId, now }: Acting,
): Promise<void> {
  const about = aboutTalk(id);
  const all = mentors.map(String);
  const talking = kind === 'suggested' ? [] : await findTalking(id, all, actorId);
  const others = kind === 'said-on-topic' && talking.length === 0 ? all : talking;
  await settleTold(about, { only: [actorId] });
  const whom = [...new Set([learnerId, ...others.slice(0, mostTold)])].filter((each) => each !== actorId);
  await tellMembers({ about, learnerId: new mongoose.Types.ObjectId(learnerId), kind, actorId, at: now }, whom);
}

/** Help was asked for, or is needed no more: tells the learner, and the mentors who see it. */
export async function tellOfHelp(help: HelpRecord, kind: TalkNews, { actorId, now }: Acting): Promise<void> {
  const { learnerId, roadmap, ordinal, projectId, told } = help;
  const about =
    projectId === null
      ? aboutTalk(talkId(learnerId, roadmap ?? '', ordinal ?? -1))
      : keyOf({ kind: 'project', id: String(projectId) });
  await settleTold(about, { only: [actorId] });
  const whom = [String(learnerId), ...told.slice(0, mostTold).map(String)].filter((each) => each !== actorId);
  await tellMembers({ about, learnerId, kind, actorId, at: now }, whom);
}
