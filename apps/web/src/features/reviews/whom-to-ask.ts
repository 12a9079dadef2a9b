import type { Audience, BusyReviewer, Grant } from '@waymark/contract';
import { dayText } from '../../ui/dates';
import { askingText } from './asking.text';

const text = askingText.whom;

export interface Choice {
  /** One word for it, to choose by. */
  key: string;
  audience: Audience;
  label: string;
  line: string;
}

export interface WhomToAsk {
  choices: readonly Choice[];
  /** Mentors who see nothing of my projects, or not now. */
  blind: readonly string[];
  hasMentor: boolean;
}

const pool: Choice = { key: 'pool', audience: { kind: 'pool' }, label: text.pool, line: text.poolLine };

function once<T extends { id: string }>(all: readonly T[]): T[] {
  return [...new Map(all.map((each) => [each.id, each])).values()];
}

/** Why an answer of theirs may take longer: who of them is away, and who has their hands full. */
function noteOn(mentors: readonly Grant['mentor'][], busy: readonly BusyReviewer[]): string[] {
  return mentors.flatMap(({ id, name }) => {
    const { awayUntil = null, inHand = null } = busy.find(({ mentorId }) => mentorId === id) ?? {};
    if (awayUntil !== null) return text.away(name, dayText(awayUntil));
    return inHand === null ? [] : text.full(name, inHand);
  });
}

/** Who sees my projects can be asked about one: all of them, each, each cohort of theirs; and whoever offers to. */
export function whomToAsk(grants: readonly Grant[], busy: readonly BusyReviewer[] = []): WhomToAsk {
  const seeing = grants.filter(({ consent, pausedAt }) => consent.projects && pausedAt === null);
  const mentors = once(seeing.map(({ mentor }) => mentor));
  const cohorts = once(seeing.flatMap(({ cohort }) => cohort ?? []));
  const blind = once(grants.map(({ mentor }) => mentor)).filter(({ id }) => !mentors.some((each) => each.id === id));
  const mentorsOf = (id: string) => once(seeing.filter(({ cohort }) => cohort?.id === id).map(({ mentor }) => mentor));
  const names = mentors.map(({ name }) => name);
  const all: Choice = {
    key: 'mentors',
    audience: { kind: 'mentors' },
    label: text.mentors,
    line: [text.mentorsLine(names), ...noteOn(mentors, busy)].join(' '),
  };
  return {
    choices: [
      ...(mentors.length > 1 ? [all] : []),
      ...mentors.map((mentor) => ({
        key: `mentor:${mentor.id}`,
        audience: { kind: 'mentor' as const, mentorId: mentor.id },
        label: mentor.name,
        line: [...noteOn([mentor], busy), text.mentorLine].join(' '),
      })),
      ...cohorts.map(({ id, name }) => ({
        key: `cohort:${id}`,
        audience: { kind: 'cohort' as const, cohortId: id },
        label: text.cohort(name),
        line: [text.cohortLine, ...noteOn(mentorsOf(id), busy)].join(' '),
      })),
      pool,
    ],
    blind: blind.map(({ name }) => name),
    hasMentor: mentors.length > 0,
  };
}

/** The word of an audience among the choices. */
export function keyOf(audience: Audience): string {
  if (audience.kind === 'mentor') return `mentor:${audience.mentorId}`;
  return audience.kind === 'cohort' ? `cohort:${audience.cohortId}` : audience.kind;
}
