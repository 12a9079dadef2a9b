import { attentionWords, dayIn, daysBetween, endedWeek, isAway, isPressing } from '@waymark/contract';
import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import type { AccountRecord } from '../accounts/accounts.model.js';
import { findPeople } from '../accounts/find-people.js';
import { writeLooks } from '../looks/record-looks.js';
import { pageUrl } from '../mail/address-letter.js';
import type { MentorsWeek } from '../mail/letters/weekly-letters.js';
import { type Words, words } from '../mail/letters/words.js';
import { countActive, countDue } from '../mentoring/count-learners.js';
import { Grant, type GrantRecord } from '../mentoring/grants.model.js';
import { told } from '../mentoring/told-now.js';
import { countMyTurn } from '../reviews/list-reviews.js';
import { Reviewer, type ReviewerRecord } from '../reviews/reviewers.model.js';
import { Verdict, type VerdictRecord } from '../reviews/verdicts.model.js';

type Told = Omit<MentorsWeek, 'name' | 'instance' | 'unsubscribeUrl'>;

/** However many learners there are, a letter costs a page of them. */
const mostCounted = 100;
const longestAgoMs = 15 * 86_400_000;

const dayText = (day: string) =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(day));

/** Topics that this mentor confirmed since that day, of learners who let them see their projects still. */
async function countConfirmed({ _id, timeZone }: AccountRecord, since: string, now: Date): Promise<number> {
  const at = mongoose.trusted({ $gte: new Date(now.getTime() - longestAgoMs) });
  const given = await Verdict.find({ reviewerId: _id, at }, { learnerId: 1, topics: 1, at: 1 })
    .sort({ at: -1 })
    .limit(mostCounted)
    .lean<VerdictRecord[]>();
  const recent = given.filter((verdict) => dayIn(timeZone, verdict.at) >= since);
  const open = await Grant.distinct('learnerId', {
    mentorId: _id,
    isLive: true,
    learnerId: mongoose.trusted({ $in: recent.map(({ learnerId }) => learnerId) }),
    'consent.projects': true,
  });
  const shared = new Set(open.map(String));
  const met = recent
    .filter(({ learnerId }) => shared.has(String(learnerId)))
    .flatMap(({ learnerId, topics }) =>
      topics.flatMap(({ roadmap, topicId, verdict }) =>
        verdict === 'met' ? `${learnerId} ${roadmap} ${topicId}` : [],
      ),
    );
  return new Set(met).size;
}

/** Why the first row of a roster stands there, as its mentor reads it on that page. */
async function firstWords({ roadmaps }: Pick<Deps, 'roadmaps'>, row: GrantRecord, today: string) {
  const attention = told.toMentor(row, today)?.find((each) => isPressing(each, today));
  const learner = (await findPeople([row.learnerId])).get(String(row.learnerId));
  if (!attention || !learner) return null;
  const topic = roadmaps.get(row.roadmap)?.topics.find(({ id }) => id === attention.topicId);
  const { lastActiveDay } = row.entry;
  const known = { name: learner.name, topicTitle: topic?.title ?? null, lastActiveDay: lastActiveDay || null, today };
  return attentionWords<Words>(attention, known, words);
}

/** What a mentor is told of the week that is over; `null`: they are away, or there is nothing to say. */
export async function mentorsWeek(
  deps: Pick<Deps, 'env' | 'roadmaps'>,
  account: AccountRecord,
  now: Date,
): Promise<Told | null> {
  const mentorId = String(account._id);
  const away = (await Reviewer.findOne({ _id: mentorId }, { away: 1 }).lean<ReviewerRecord>())?.away;
  if (away && isAway([away], now)) return null;
  const today = dayIn(account.timeZone, now);
  const { from } = endedWeek(today, account.weekStartsOn ?? 1);
  const turn = await countMyTurn(mentorId, now, mostCounted);
  const due = await countDue(mentorId, today, mostCounted);
  const sentence = due.first && (await firstWords(deps, due.first, today));
  const active = await countActive(mentorId, from, mostCounted);
  const confirmed = await countConfirmed(account, from, now);
  if (!turn.first && !sentence && active === 0 && confirmed === 0) return null;
  // A learner is told who heard of them, in a letter as on the page.
  if (sentence && due.first) {
    const { learnerId, roadmap } = due.first;
    await writeLooks([{ learnerId, mentorId, what: 'list', roadmap }], now);
  }
  const waitedDays = turn.first ? daysBetween(dayIn(account.timeZone, turn.first.ballSince), today) : 0;
  return {
    turn: { count: turn.count, most: mostCounted, days: waitedDays },
    attention: { count: due.count, most: mostCounted, first: sentence },
    since: dayText(from),
    active: { count: active, most: mostCounted },
    confirmed: { count: confirmed, most: mostCounted },
    ...nextOf(deps, turn.first?._id, sentence ? due.first : null),
  };
}

function nextOf(
  deps: Pick<Deps, 'env'>,
  review: mongoose.Types.ObjectId | undefined,
  row: GrantRecord | null,
): Pick<Told, 'next' | 'url'> {
  if (review) return { next: 'review', url: pageUrl(deps, `reviews/${review}`) };
  if (!row) return { next: 'learners', url: pageUrl(deps, 'mentoring') };
  return { next: 'learner', url: pageUrl(deps, `mentoring/learners/${row.learnerId}?roadmap=${row.roadmap}`) };
}
