import type { Enrolment, Roadmap } from '@waymark/contract';
import { defaultPlan, forecast, summarise } from '@waymark/contract/rules';
import { describe, expect, it } from 'vitest';
import { addMonths, endAt, forecastShape, pathWithin, placeIn, plannedBy } from './forecast-shape';

const topicIds = ['http', 'rest', 'sql', 'tests'];

const roadmap = {
  slug: 'small',
  durationMonths: { from: 6, to: 12 },
  stages: [{ id: 'one', title: 'One', summary: '', sections: [{ id: 'all', title: 'All', items: topicIds }] }],
  topics: topicIds.map((id) => ({ id, requirement: 'core', effortHours: { min: 4, max: 8 }, prerequisites: [] })),
  choices: [],
  steers: [],
} as unknown as Roadmap;

type Done = Record<string, { at: string; known?: boolean }>;

function enrolmentOf(done: Done, today: string, startedOn = '2026-10-01'): Enrolment {
  const topics = Object.fromEntries(
    topicIds.map((id) => {
      const mark = done[id];
      const state = mark ? 'done' : 'not_started';
      return [id, { state, proof: mark ? 'learned' : null, known: mark?.known ?? false, updatedAt: mark?.at ?? null }];
    }),
  ) as Enrolment['topics'];
  const way = { choices: {}, topics };
  return {
    ...way,
    minutes: {},
    touched: {},
    roadmap: 'small',
    title: 'Small',
    version: 1,
    plan: defaultPlan,
    summary: summarise(roadmap, way),
    forecast: forecast(roadmap, way, defaultPlan, startedOn, today),
    next: [],
    startedAt: `${startedOn}T08:00:00Z`,
    updatedAt: `${today}T08:00:00Z`,
    lastActiveDay: today,
  };
}

const utcDay = (instant: string) => instant.slice(0, 10);
const shapeOf = (done: Done, today: string) => forecastShape(roadmap, enrolmentOf(done, today), today, utcDay);

describe('the way walked', () => {
  it('climbs where topics were done, and ends today', () => {
    const shape = shapeOf({ http: { at: '2026-10-05T10:00:00Z' }, rest: { at: '2026-10-09T10:00:00Z' } }, '2026-10-20');
    expect(shape.walked).toEqual([
      { day: '2026-10-01', done: 0 },
      { day: '2026-10-05', done: 1 },
      { day: '2026-10-09', done: 2 },
      { day: '2026-10-20', done: 2 },
    ]);
  });

  it('begins with what was known before day one', () => {
    const shape = shapeOf({ http: { at: '2026-10-04T10:00:00Z', known: true } }, '2026-10-04');
    expect(shape.walked).toEqual([
      { day: '2026-10-01', done: 1 },
      { day: '2026-10-04', done: 1 },
    ]);
  });

  it('reaches back to what was done before following', () => {
    const shape = shapeOf({ http: { at: '2026-09-20T10:00:00Z' } }, '2026-10-04');
    expect(shape.start).toBe('2026-09-20');
    expect(shape.walked[0]).toEqual({ day: '2026-09-20', done: 1 });
  });
});

describe('the frame and the edge', () => {
  it('are the months that the source gives, from the day of starting', () => {
    const shape = shapeOf({}, '2026-10-04');
    expect(shape.frame).toEqual({ from: '2027-04-01', to: '2027-10-01' });
    expect(shape.end).toBe('2027-10-01');
    expect(shape.months).toHaveLength(12);
  });

  it('do not let a pace near zero squeeze the rest', () => {
    const enrolment = enrolmentOf({}, '2026-10-04');
    const slow = { ...enrolment, forecast: { ...enrolment.forecast, to: '2090-01-01' } };
    expect(forecastShape(roadmap, slow, '2026-10-04', utcDay).end).toBe('2028-09-30');
  });

  it('still hold today, years later', () => {
    const shape = forecastShape(roadmap, enrolmentOf({}, '2031-01-01'), '2031-01-01', utcDay);
    expect(shape.end).toBe('2031-01-01');
  });

  it.each([
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-01', 1.5, '2026-02-16'],
  ])('count months: %s and %d', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });
});

describe('the plan', () => {
  const from = { day: '2026-10-01', done: 0 };
  const to = { day: '2026-10-31', done: 10 };
  const by = (pauses: Parameters<typeof plannedBy>[0], today = '2026-10-20') => plannedBy(pauses, today, from, to);

  it('is one straight line without a pause', () => {
    expect(by([])).toEqual([from, to]);
  });

  it('stands still in a pause, and is as steep before as after it', () => {
    expect(by([{ from: '2026-10-12', to: '2026-10-21' }])).toEqual([
      from,
      { day: '2026-10-11', done: 5 },
      { day: '2026-10-21', done: 5 },
      to,
    ]);
  });

  it('stands still in each of them, also in one that is not over', () => {
    const pauses = [
      { from: '2026-10-17', to: null },
      { from: '2026-10-07', to: '2026-10-11' },
    ];
    expect(by(pauses, '2026-10-21')).toEqual([
      from,
      { day: '2026-10-06', done: 2.5 },
      { day: '2026-10-11', done: 2.5 },
      { day: '2026-10-16', done: 5 },
      { day: '2026-10-21', done: 5 },
      to,
    ]);
  });

  it('is there before the pause in which its day lies, and begins after the one in which it begins', () => {
    expect(by([{ from: '2026-10-22', to: '2026-11-05' }])).toEqual([from, { day: '2026-10-21', done: 10 }, to]);
    expect(by([{ from: '2026-09-20', to: '2026-10-11' }])).toEqual([from, { day: '2026-10-11', done: 0 }, to]);
  });

  it('is drawn from the learner’s own plan', () => {
    const enrolment = enrolmentOf({ http: { at: '2026-10-04T10:00:00Z', known: true } }, '2026-10-04');
    const pauses = [{ from: '2026-10-11', to: '2026-10-20' }];
    const plan = { ...enrolment.plan, pauses };
    const shape = forecastShape(
      roadmap,
      { ...enrolment, plan, forecast: { ...enrolment.forecast, planned: '2026-10-29' } },
      '2026-10-04',
      utcDay,
    );
    expect(shape.planned).toEqual([
      { day: '2026-10-01', done: 1 },
      { day: '2026-10-10', done: 2.5 },
      { day: '2026-10-20', done: 2.5 },
      { day: '2026-10-29', done: 4 },
    ]);
    expect(
      forecastShape(roadmap, { ...enrolment, forecast: { ...enrolment.forecast, planned: null } }, '2026-10-04', utcDay)
        .planned,
    ).toEqual([]);
  });

  it('ends at the edge, wherever it bends', () => {
    const points = [
      { x: 0, y: 100 },
      { x: 100, y: 50 },
      { x: 200, y: 50 },
      { x: 400, y: 0 },
    ];
    expect(pathWithin(points, 300)).toEqual([...points.slice(0, 3), { x: 300, y: 25 }]);
    expect(pathWithin(points, 150)).toEqual([...points.slice(0, 2), { x: 150, y: 50 }]);
    expect(pathWithin(points, 400)).toEqual(points);
  });
});

describe('the picture', () => {
  it('puts the start at the lower left and everything done at the top', () => {
    const shape = shapeOf({}, '2026-10-04');
    const place = placeIn(shape, 300, 100);
    expect(place.at(shape.start, 0)).toEqual({ x: 0, y: 100 });
    expect(place.at(shape.end, 4)).toEqual({ x: 300, y: 0 });
  });

  it('ends a line at the edge at its own slope', () => {
    expect(endAt({ x: 100, y: 80 }, { x: 500, y: 0 }, 300)).toEqual({ x: 300, y: 40 });
    expect(endAt({ x: 100, y: 80 }, { x: 250, y: 0 }, 300)).toEqual({ x: 250, y: 0 });
  });
});
