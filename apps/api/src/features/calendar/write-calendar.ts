import { createHash } from 'node:crypto';
import { addDays, dayIn, dayPlan, type PlannedItem, type Roadmap, weekPlan } from '@waymark/contract';
import ical, { type ICalCalendar, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import type { Deps } from '../../deps.js';
import type { AccountRecord } from '../accounts/accounts.model.js';
import { findFollowed } from '../progress/find-enrolment.js';
import type { EnrolmentRecord } from '../progress/progress.model.js';
import { planOf, wayOf } from '../progress/way-of.js';

const weeksAhead = 12;

interface Writing {
  calendar: ICalCalendar;
  /** Tells this learner's events from those of others in the same calendar, and says nothing of them. */
  owner: string;
  url: string;
  today: string;
  weekStartsOn: number;
}

/**
 * What the learner means to do in the coming twelve weeks, as all-day events, and the target date of each roadmap: their
 * titles, hours unless they hide them, and nothing else of theirs. The same plan on the same day is the same text.
 */
export async function writeCalendar(
  deps: Deps,
  account: AccountRecord,
  weekStartsOn: number,
  now: Date,
): Promise<string> {
  const calendar = ical({ name: 'Waymark', method: ICalCalendarMethod.PUBLISH, ttl: 3600 });
  calendar.prodId({ company: 'Waymark', product: 'plan', language: 'EN' });
  const owner = createHash('sha256').update(String(account._id)).digest('base64url').slice(0, 16);
  const writing = { calendar, owner, url: deps.env.publicUrl, today: dayIn(account.timeZone, now), weekStartsOn };
  for (const record of await findFollowed(String(account._id))) {
    const roadmap = deps.roadmaps.get(record.roadmap);
    if (roadmap) addEnrolment(writing, roadmap, record);
  }
  return calendar.toString();
}

function addEnrolment(writing: Writing, roadmap: Roadmap, record: EnrolmentRecord): void {
  const { today, weekStartsOn } = writing;
  const plan = planOf(record);
  const until = addDays(today, 7 * weeksAhead);
  const weeks = weekPlan(roadmap, wayOf(roadmap, record), { plan, today, weekStartsOn });
  for (const { day, items } of weeks.flatMap((week) => dayPlan(week, plan, today))) {
    if (day >= until) break;
    const words = items.map((item) => itemText(roadmap, item, plan.hideEstimates));
    addDay(writing, record, day, { id: `plan-${day}`, summary: `${roadmap.title}: ${words.join(', ')}` });
  }
  const { targetDate } = plan;
  if (targetDate && targetDate >= today) {
    addDay(writing, record, targetDate, { id: 'target', summary: `${roadmap.title}: the day you want to be there` });
  }
}

function itemText(roadmap: Roadmap, { topicId, choiceId, minutes }: PlannedItem, hidesHours: boolean): string {
  const title = roadmap.topics.find(({ id }) => id === topicId)?.title;
  const choice = roadmap.choices.find(({ id }) => id === choiceId)?.title;
  const words = title ?? `${choice} (to be chosen)`;
  return hidesHours ? words : `${words} (${Math.max(Math.round(minutes / 6) / 10, 0.1)} h)`;
}

function addDay(
  { calendar, owner, url }: Writing,
  { roadmap, updatedAt }: EnrolmentRecord,
  day: string,
  { id, summary }: { id: string; summary: string },
): void {
  calendar.createEvent({
    id: `${id}.${roadmap}.${owner}@waymark`,
    start: new Date(day),
    end: new Date(addDays(day, 1)),
    allDay: true,
    // Of the plan's last change, not of this moment: what has not changed is not sent again.
    stamp: updatedAt,
    summary,
    url: `${url}/roadmaps/${roadmap}/plan`,
    // A plan takes nobody's time from a meeting.
    transparency: ICalEventTransparency.TRANSPARENT,
  });
}
