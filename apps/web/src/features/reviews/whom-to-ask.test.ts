import type { Grant } from '@waymark/contract';
import { expect, it } from 'vitest';
import { dayText } from '../../ui/dates';
import { askingText } from './asking.text';
import { keyOf, whomToAsk } from './whom-to-ask';

const mira = { id: 'm', name: 'Mira Mentor', handle: 'mira' };
const max = { id: 'x', name: 'Max Mentor', handle: 'max' };
const evenings = { id: 'e', name: 'Evenings' };

function grant(mentor: Grant['mentor'], projects: boolean, cohort: Grant['cohort'] = null): Grant {
  const consent = { progress: true, activity: true, notes: true, projects };
  const told = { attention: [], lastActiveDay: null };
  const known = { roadmap: 'backend', createdAt: '2026-11-01T00:00:00Z', lastViewedAt: null, pausedAt: null, ...told };
  return { id: `${mentor.id}-${projects}`, mentor, cohort, consent, ...known };
}

const keysOf = (grants: readonly Grant[]) => whomToAsk(grants).choices.map(({ key }) => key);

it('offers each mentor who sees my projects, all of them, and their cohorts, each once', () => {
  const grants = [grant(mira, true, evenings), grant(max, true, evenings), grant(mira, true)];
  expect(keysOf(grants)).toEqual(['mentors', 'mentor:m', 'mentor:x', 'cohort:e', 'pool']);
  expect(whomToAsk(grants)).toMatchObject({ blind: [], hasMentor: true });
});

it('calls each by its name, and says whom “any” means', () => {
  const [any, first, , cohort] = whomToAsk([grant(mira, true, evenings), grant(max, true)]).choices;
  expect(any?.line).toBe(askingText.whom.mentorsLine(['Mira Mentor', 'Max Mentor']));
  expect(first).toMatchObject({ label: 'Mira Mentor', audience: { kind: 'mentor', mentorId: 'm' } });
  expect(cohort).toMatchObject({
    ...{ label: askingText.whom.cohort('Evenings'), audience: { kind: 'cohort', cohortId: 'e' } },
  });
});

it('does not offer “any” of a single one', () => {
  expect(keysOf([grant(mira, true)])).toEqual(['mentor:m', 'pool']);
});

it('does not offer whom I paused, and says that they see nothing', () => {
  const paused = { ...grant(mira, true, evenings), pausedAt: '2026-11-20T00:00:00Z' };
  expect(keysOf([paused, grant(max, true)])).toEqual(['mentor:x', 'pool']);
  expect(whomToAsk([paused])).toMatchObject({ blind: ['Mira Mentor'], hasMentor: false });
});

it('names who sees none of my projects, and does not offer them', () => {
  const grants = [grant(mira, false, evenings), grant(max, true)];
  expect(keysOf(grants)).toEqual(['mentor:x', 'pool']);
  expect(whomToAsk(grants).blind).toEqual(['Mira Mentor']);
  const twice = [grant(mira, false), grant(mira, false, evenings)];
  expect(whomToAsk(twice)).toMatchObject({ choices: [{ key: 'pool' }], blind: ['Mira Mentor'], hasMentor: false });
  // On one roadmap they see nothing of them, on another they do.
  expect(whomToAsk([grant(mira, false), grant(mira, true)])).toMatchObject({ blind: [], hasMentor: true });
});

it('leaves the pool to who has no mentor', () => {
  expect(whomToAsk([])).toMatchObject({ choices: [{ key: 'pool' }], blind: [], hasMentor: false });
});

it('calls an audience as its choice is called', () => {
  const { choices } = whomToAsk([grant(mira, true, evenings), grant(max, true)]);
  expect(choices.map(({ audience }) => keyOf(audience))).toEqual(choices.map(({ key }) => key));
});

it('says of whom an answer may take longer, wherever they are asked, and never leaves them out', () => {
  const busy = [
    { mentorId: 'm', awayUntil: null, inHand: 3 },
    { mentorId: 'x', awayUntil: '2020-12-03', inHand: 1 },
  ];
  const [any, first, second, cohort] = whomToAsk([grant(mira, true, evenings), grant(max, true)], busy).choices;
  const full = 'Mira Mentor has 3 in hand, as many as they take on; it may take longer.';
  const away = `Max Mentor is away until ${dayText('2020-12-03')}.`;
  expect(any?.line).toBe(`${askingText.whom.mentorsLine(['Mira Mentor', 'Max Mentor'])} ${full} ${away}`);
  expect([first?.line, second?.line]).toEqual([full, away].map((note) => `${note} ${askingText.whom.mentorLine}`));
  // The other one is no mentor of that cohort.
  expect(cohort?.line).toBe(`${askingText.whom.cohortLine} ${full}`);
});
