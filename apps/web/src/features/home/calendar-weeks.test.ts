import { describe, expect, it } from 'vitest';
import { calendarWeeks } from './calendar-weeks';

// A Wednesday.
const today = '2026-11-25';

describe('the weeks of the calendar', () => {
  it('are 26, each from Monday, and end with today', () => {
    const weeks = calendarWeeks([], today);
    expect(weeks).toHaveLength(26);
    expect(weeks[0]?.start).toBe('2026-06-01');
    expect(weeks.slice(0, -1).every((week) => week.days.length === 7)).toBe(true);
    expect(weeks.at(-1)?.days.map(({ day }) => day)).toEqual(['2026-11-23', '2026-11-24', '2026-11-25']);
  });

  it.each([
    [1, '2026-11-23', 3],
    [6, '2026-11-21', 5],
    [7, '2026-11-22', 4],
  ])('begin on the day %i where the learner’s weeks do', (startsOn, start, days) => {
    const last = calendarWeeks([], today, startsOn).at(-1);
    expect([last?.start, last?.days.length]).toEqual([start, days]);
  });

  it('fill a day by how much was done on it', () => {
    const acts = [0, 1, 2, 3, 5, 6, 40];
    const active = acts.map((each, i) => ({ day: `2026-11-${16 + i}`, acts: each }));
    const [week] = calendarWeeks(active, '2026-11-22', 1, 1);
    expect(week?.days.map(({ level }) => level)).toEqual([0, 1, 1, 2, 2, 3, 3]);
    expect(week?.days.map((each) => each.acts)).toEqual(acts);
  });

  it('name a month where its first day falls, be it a Sunday', () => {
    const weeks = calendarWeeks([], '2026-11-08', 1, 3);
    expect(weeks.map(({ startsMonth }) => startsMonth)).toEqual([false, true, false]);
    expect(weeks[1]?.start).toBe('2026-10-26');
  });

  it('leave out what lies outside them', () => {
    const weeks = calendarWeeks(
      [
        { day: '2026-05-31', acts: 4 },
        { day: '2026-11-26', acts: 4 },
      ],
      today,
    );
    expect(weeks.flatMap(({ days }) => days).every(({ acts }) => acts === 0)).toBe(true);
  });
});
