import { type Letter, writeLetter } from './letter.js';
import type { To, WithLink } from './to.js';
import { type Words, words } from './words.js';

/** Counts have an end: what reaches it is told as that or more. */
export interface Counted {
  count: number;
  most: number;
}

interface Weekly extends To, WithLink {
  unsubscribeUrl: string;
}

export interface LearnersWeek extends Weekly {
  week: { activeDays: number; goalDays: number; topicsDone: number };
  roadmap: string;
  counts: { done: number; required: number; percent: number | null; shown: number; confirmed: number };
  waits: { mine: Counted; others: Counted };
  /** `null`: all that is required is done. */
  next: string | null;
}

export interface MentorsWeek extends Weekly {
  turn: Counted & { days: number };
  attention: Counted & { first: Words | null };
  /** Since the first day of the week that is over. */
  since: string;
  active: Counted;
  confirmed: Counted;
  next: 'review' | 'learner' | 'learners';
}

const ours = (text: string): Words => [{ text, isOthers: false }];

function many({ count, most }: Counted, one: string, more: string): string {
  return `${count >= most ? `${most} or more` : count} ${count === 1 ? one : more}`;
}
const plainly = (count: number, one: string, more: string) =>
  many({ count, most: Number.POSITIVE_INFINITY }, one, more);

function weekLine({ activeDays, goalDays, topicsDone }: LearnersWeek['week']): Words {
  const days =
    activeDays > goalDays
      ? `${plainly(activeDays, 'active day', 'active days')}, ${activeDays - goalDays} more than you meant to`
      : `${activeDays} of ${plainly(goalDays, 'active day', 'active days')}`;
  const topics = topicsDone > 0 ? `, and ${plainly(topicsDone, 'topic', 'topics')} done` : '';
  return ours(`Your week: ${days}${topics}.`);
}

function farLine({ roadmap, counts }: Pick<LearnersWeek, 'roadmap' | 'counts'>): Words {
  const { done, required, percent, shown, confirmed } = counts;
  const share = percent === null ? '–' : `${percent} %`;
  return [
    ...words`${roadmap}`,
    ...ours(`: ${done} of ${required} done (${share}), ${shown} shown, ${confirmed} confirmed.`),
  ];
}

function waitsLine({ mine, others }: LearnersWeek['waits']): Words {
  const others_ = others.count > 0 ? ` Waiting on others: ${many(others, 'review', 'reviews')}.` : '';
  if (mine.count === 0) return ours(`Nothing waits for you but the next step.${others_}`);
  return ours(`Your move: ${many(mine, 'review', 'reviews')}.${others_}`);
}

const after: Record<MentorsWeek['next'], { sentence: string; label: string }> = {
  review: { sentence: 'Next: the review that has waited longest.', label: 'Open the review' },
  learner: { sentence: 'Next: look in on whom that is about.', label: 'See how they are' },
  learners: { sentence: 'Nothing presses. Your learners are all on one page.', label: 'See my learners' },
};

function changedLine({ active, confirmed, since }: MentorsWeek): Words {
  const verdicts = confirmed.count > 0 ? `, and you confirmed ${many(confirmed, 'topic', 'topics')}` : '';
  return ours(`Since ${since} ${many(active, 'learner was', 'learners were')} active${verdicts}.`);
}

const terms = words`It comes on Mondays, and only because you asked for it; your settings say of what.`;

export const weeklyLetters = {
  /** `url` leads to the next step. */
  learnersWeek: (to: LearnersWeek): Letter => {
    const { name, instance, url, unsubscribeUrl, next } = to;
    return writeLetter({
      kind: 'learners-week',
      subject: words`Your week at ${instance}, and what is next`,
      ...{ name, instance, terms, unsubscribeUrl },
      paragraphs: [
        ...[weekLine(to.week), farLine(to), waitsLine(to.waits)],
        next === null ? ours('Everything required is done.') : words`Next: ${next}.`,
      ],
      button: { label: next === null ? 'See the whole way' : 'Go on', url },
      why: words`you wanted to hear of your week.`,
    });
  },

  /** `url` leads to what is to be done next. */
  mentorsWeek: (to: MentorsWeek): Letter => {
    const { name, instance, url, unsubscribeUrl, turn, attention } = to;
    const waited = turn.days === 0 ? 'came today' : `has waited for ${plainly(turn.days, 'day', 'days')}`;
    return writeLetter({
      kind: 'mentors-week',
      subject: words`Your learners’ week at ${instance}, and what is next`,
      ...{ name, instance, terms, unsubscribeUrl },
      paragraphs: [
        turn.count === 0
          ? ours('No review waits for you.')
          : ours(`Your turn: ${many(turn, 'review', 'reviews')}, the oldest ${waited}.`),
        attention.first === null
          ? ours('Nobody needs you right now.')
          : [...ours(`Needs attention: ${many(attention, 'learner', 'learners')}. `), ...attention.first, ...ours('.')],
        changedLine(to),
        ours(after[to.next].sentence),
      ],
      button: { label: after[to.next].label, url },
      why: words`you wanted to hear of your learners’ week.`,
    });
  },
};
