import { dayIn, endedWeek, indexTopics, isPaused, nextSteps, type Roadmap, rhythmOf, weekOf } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import type { AccountRecord } from '../accounts/accounts.model.js';
import { listActivity } from '../activity/list-activity.js';
import { pageUrl } from '../mail/address-letter.js';
import type { LearnersWeek } from '../mail/letters/weekly-letters.js';
import { findFollowed } from '../progress/find-enrolment.js';
import type { EnrolmentRecord } from '../progress/progress.model.js';
import { planOf, wayOf } from '../progress/way-of.js';
import { countMine } from '../reviews/list-reviews.js';

type Told = Omit<LearnersWeek, 'name' | 'instance' | 'unsubscribeUrl'>;
type Way = ReturnType<typeof wayOf>;

const mostCounted = 100;
const rhythmDays = 8;

/** What came to be done within these days, by the learner's own; what was known before is no work of the week. */
function topicsDone({ topics }: Way, week: { from: string; to: string }): number {
  return Object.values(topics).filter(
    ({ state, known, day }) => state === 'done' && !known && day && day >= week.from && day <= week.to,
  ).length;
}

function nextOf(roadmap: Roadmap, way: Way): { title: string; page: string } | null {
  const [id] = nextSteps(roadmap, way, 1);
  const base = `roadmaps/${roadmap.slug}`;
  const topic = indexTopics(roadmap).get(id ?? '');
  if (topic) return { title: topic.title, page: `${base}/topics/${topic.id}` };
  const choice = roadmap.choices.find((each) => each.id === id);
  return choice ? { title: choice.title, page: base } : null;
}

/** The way that home shows: the one that was changed last. */
async function findWay(deps: Pick<Deps, 'roadmaps'>, learnerId: string) {
  for (const record of await findFollowed(learnerId)) {
    const roadmap = deps.roadmaps.get(record.roadmap);
    if (roadmap) return { record, roadmap };
  }
  return null;
}

async function activeDaysOf(learnerId: string, record: EnrolmentRecord, week: { to: string }, weekStartsOn: number) {
  const from = weekOf(week.to, weekStartsOn);
  const { days } = await listActivity({ learnerId, from, to: week.to, limit: rhythmDays });
  const plan = planOf(record);
  return rhythmOf(
    days.map(({ day }) => day),
    plan.daysPerWeek,
    week.to,
    { pauses: plan.pauses, weekStartsOn },
  );
}

/** What a learner is told of the week that is over; `null`: they pause, follow nothing, or there is nothing to say. */
export async function learnersWeek(
  deps: Pick<Deps, 'env' | 'roadmaps'>,
  account: AccountRecord,
  now: Date,
): Promise<Told | null> {
  const learnerId = String(account._id);
  const today = dayIn(account.timeZone, now);
  const found = await findWay(deps, learnerId);
  if (!found || isPaused(planOf(found.record).pauses, today)) return null;
  const { record, roadmap } = found;
  const weekStartsOn = account.weekStartsOn ?? 1;
  const week = endedWeek(today, weekStartsOn);
  const way = wayOf(roadmap, record);
  const { activeDays, goalDays } = await activeDaysOf(learnerId, record, week, weekStartsOn);
  const count = async (turn: 'mine' | 'others') => ({
    count: await countMine(learnerId, turn, mostCounted),
    most: mostCounted,
  });
  const waits = { mine: await count('mine'), others: await count('others') };
  if (activeDays === 0 && waits.mine.count === 0) return null;
  const next = nextOf(roadmap, way);
  return {
    week: { activeDays, goalDays, topicsDone: topicsDone(way, week) },
    roadmap: roadmap.title,
    counts: record.summary,
    waits,
    next: next?.title ?? null,
    url: pageUrl(deps, next?.page ?? `roadmaps/${roadmap.slug}`),
  };
}
