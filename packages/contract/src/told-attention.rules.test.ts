import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Attention, AttentionReason } from './attention.js';
import { addDays } from './days.rules.js';
import { helpAttention } from './help-attention.rules.js';
import {
  attentionKey,
  isPressing,
  presses,
  pressesFrom,
  type Quieted,
  stillQuieted,
  toldAttention,
  toldFrom,
  toldOn,
} from './told-attention.rules.js';

const stuck: Attention = { reason: 'stuck', since: '2040-03-10', topicId: 'http' };
const asked: Attention = { ...stuck, reason: 'asked-for-help', help: { id: 'h', sentence: 'How does it cache?' } };
const behind: Attention = { reason: 'behind-target', since: '2040-03-10', topicId: null };
const seen = (each: Attention): Quieted => ({ key: attentionKey(each), until: null });
const off = (each: Attention, until: string): Quieted => ({ key: attentionKey(each), until });

describe('what a mentor is told', () => {
  it('comes a day after the learner read it, and at once where they asked', () => {
    expect(toldFrom(stuck)).toBe('2040-03-11');
    expect(toldFrom(asked)).toBe('2040-03-10');
    const told = toldAttention([stuck, asked], []);
    expect(toldOn(told, '2040-03-10', []).map(({ reason }) => reason)).toEqual(['asked-for-help']);
    expect(toldOn(told, '2040-03-11', [])).toHaveLength(2);
  });

  it('is nothing in a pause, whatever was said before', () => {
    const pauses = [{ from: '2040-03-12', to: '2040-03-14' }];
    const told = toldAttention([stuck], []);
    expect(
      ['2040-03-11', '2040-03-12', '2040-03-14', '2040-03-15'].map((day) => toldOn(told, day, pauses).length),
    ).toEqual([1, 0, 0, 1]);
  });

  it('presses until it is seen; put off, it comes back on its day', () => {
    const press = (quieted: Quieted[], day: string) =>
      toldAttention([stuck], quieted).some((each) => isPressing(each, day));
    expect(press([], '2040-03-10')).toBe(false);
    expect(press([], '2040-03-11')).toBe(true);
    expect(press([seen(stuck)], '2041-01-01')).toBe(false);
    expect(press([off(stuck, '2040-03-18')], '2040-03-17')).toBe(false);
    expect(press([off(stuck, '2040-03-18')], '2040-03-18')).toBe(true);
    expect(press([seen(behind)], '2040-03-11'), 'another reason').toBe(true);
  });
});

it('names a reason as long as it is the same', () => {
  expect(attentionKey(stuck)).not.toBe(attentionKey({ ...stuck, since: '2040-04-01' }));
  expect(attentionKey(stuck)).not.toBe(attentionKey({ ...stuck, topicId: 'sql' }));
  expect(attentionKey(asked)).not.toBe(attentionKey({ ...asked, help: { id: 'i', sentence: 'And this?' } }));
  // Each topic that is done moves the day: it is the same trouble still.
  expect(attentionKey(behind)).toBe(attentionKey({ ...behind, since: '2040-03-29' }));
});

it('forgets what was quieted once it has ended', () => {
  const quieted = [seen(stuck), off(behind, '2040-03-20')];
  expect(stillQuieted(quieted, [stuck, behind], '2040-03-11')).toEqual(quieted);
  expect(stillQuieted(quieted, [stuck], '2040-03-11')).toEqual([seen(stuck)]);
  expect(stillQuieted(quieted, [stuck, { ...behind, since: '2040-05-01' }], '2040-03-11'), 'caught up').toEqual([
    seen(stuck),
  ]);
});

describe('where a row stands in a roster', () => {
  const from = (quieted: Quieted[], pauses: { from: string; to: string | null }[] = [], today = '2040-03-12') =>
    pressesFrom(toldAttention([stuck, { ...behind, since: '2040-03-15' }], quieted), pauses, today);

  it('is by the first day on which something presses', () => {
    expect(from([])).toBe('2040-03-11');
    expect(from([seen(stuck)])).toBe('2040-03-16');
    expect(from([off(stuck, '2040-03-14')])).toBe('2040-03-14');
    expect(from([seen(stuck), seen(behind)])).toBeNull();
    expect(pressesFrom([], [], '2040-03-12')).toBeNull();
  });

  it('is after a pause while it lasts, and nowhere in one without an end', () => {
    expect(from([], [{ from: '2040-03-12', to: '2040-03-20' }])).toBe('2040-03-21');
    expect(from([], [{ from: '2040-03-13', to: '2040-03-20' }]), 'still to come').toBe('2040-03-11');
    expect(from([], [{ from: '2040-03-01', to: null }])).toBeNull();
  });

  const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2040-03-01', days));
  const attention = fc.record({
    reason: fc.constantFrom(...AttentionReason.options),
    since: day,
    topicId: fc.constantFrom('http', 'sql', null),
  });

  it('is on a day that has come exactly while something presses (law)', () => {
    fc.assert(
      fc.property(
        fc.array(attention, { maxLength: 5 }),
        fc.array(fc.tuple(fc.nat(4), fc.option(day))),
        day,
        (all, some, today) => {
          const quieted = some.flatMap(([place, until]) =>
            all[place] ? [{ key: attentionKey(all[place]), until }] : [],
          );
          const told = toldAttention(all, quieted);
          const first = pressesFrom(told, [], today);
          expect(first !== null && first <= today).toBe(told.some((each) => isPressing(each, today)));
          expect(presses(told).some((each) => each.from <= today)).toBe(told.some((each) => isPressing(each, today)));
        },
      ),
    );
  });
});

it('says that help was asked for until it is closed, but for the new, the paused and the finished', () => {
  const plan = {
    hoursPerWeek: 5,
    daysPerWeek: 3,
    targetDate: null,
    pauses: [] as { from: string; to: string | null }[],
  };
  const learner = (more: object = {}, pauses = plan.pauses) =>
    ({ plan: { ...plan, pauses }, hoursLeft: 20, startedOn: '2040-01-01', ...more }) as Parameters<
      typeof helpAttention
    >[0];
  const help = [{ id: 'h', sentence: 'How?', askedOn: '2040-03-10', topicId: 'http' }];
  expect(helpAttention(learner(), help)).toEqual([
    { reason: 'asked-for-help', since: '2040-03-10', topicId: 'http', help: { id: 'h', sentence: 'How?' } },
  ]);
  expect(helpAttention(learner(), [])).toEqual([]);
  expect(helpAttention(learner({ hoursLeft: 0 }), help)).toEqual([]);
  expect(helpAttention(learner({ startedOn: '2040-03-08' }), help)[0]?.since).toBe('2040-03-22');
  expect(helpAttention(learner({}, [{ from: '2040-03-09', to: '2040-03-12' }]), help)[0]?.since).toBe('2040-03-13');
  expect(helpAttention(learner({}, [{ from: '2040-03-09', to: null }]), help)).toEqual([]);
});
