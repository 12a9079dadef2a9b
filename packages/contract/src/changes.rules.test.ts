import { expect, it } from 'vitest';
import { type ChangeFacts, changesSince, mostChanges, scopeOfChange } from './changes.rules.js';
import { agendaOf } from './meetings.rules.js';

const since = '2026-11-10T18:00:00.000Z';
const later = '2026-11-11T09:00:00.000Z';
const earlier = '2026-11-09T09:00:00.000Z';
const none: ChangeFacts = {
  ...{ topics: null, before: new Map(), proofs: [], projects: [] },
  ...{ asked: [], answered: [], help: [], comments: [], notes: [], attention: null, activeDays: null },
};
type Topics = NonNullable<ChangeFacts['topics']>;
const topic = (state: string, updatedAt: string | null, proof: string | null = null) =>
  ({ state, updatedAt, proof }) as Topics[string];
const told = (facts: Partial<ChangeFacts>, more = {}) =>
  changesSince({ ...none, ...facts }, since, more)
    .flatMap(({ items }) => items)
    .map(({ kind, topicId, from, to }) => [kind, topicId, from, to]);

it('tells from which state to which, and nothing that went and came back', () => {
  const topics = {
    http: topic('done', later),
    dns: topic('learning', later),
    git: topic('learning', later),
    old: topic('done', earlier),
    never: topic('not_started', null),
  };
  const before = new Map([
    ['http', 'learning'],
    ['git', 'learning'],
  ]);
  expect(told({ topics, before })).toEqual([
    ['topic', 'http', 'learning', 'done'],
    ['topic', 'dns', 'not_started', 'learning'],
  ]);
});

it('tells of what was done before and came in since', () => {
  const topics = { http: topic('done', earlier), dns: topic('done', earlier) };
  expect(told({ topics, before: new Map([['http', 'learning']]) })).toEqual([['topic', 'http', 'learning', 'done']]);
});

it('tells of what the learner said, shared and asked since, and of help once', () => {
  const help = [
    { topicId: 'http', project: null, at: later },
    { topicId: 'dns', project: null, at: earlier },
  ];
  const comments = [{ topicId: 'git', count: 2, at: later }];
  const notes = [
    { topicId: 'new', sharedAt: later, writtenAt: earlier },
    { topicId: 'written', sharedAt: earlier, writtenAt: later },
    { topicId: 'old', sharedAt: earlier, writtenAt: earlier },
  ];
  const asks = (topicId: string, day: string) =>
    ({ key: topicId, reason: 'asked-for-help', since: day, toldFrom: day, topicId, quieted: null }) as const;
  const attention = [asks('http', '2026-11-11'), asks('dns', '2026-11-09')];
  expect(told({ help, comments, notes, attention })).toEqual([
    ['help', 'http', null, null],
    ['comment', 'git', null, '2'],
    ['note', 'written', null, 'changed'],
    ['note', 'new', null, 'shared'],
  ]);
  // The first sheet begins with all that is open; what is asked since then stands there once.
  expect(told({ help, attention }, { isFirst: true })).toEqual([
    ['help', 'http', null, null],
    ['attention', 'dns', null, 'asked-for-help'],
  ]);
});

it('tells of proof that is held still', () => {
  const topics = { http: topic('done', earlier, 'confirmed'), dns: topic('learning', earlier) };
  const proofs = ['http', 'dns'].flatMap((topicId) => [
    { topicId, to: 'shown' as const, at: later },
    { topicId, to: 'confirmed' as const, at: later },
  ]);
  expect(told({ topics, proofs }).sort()).toEqual([
    ['proof', 'http', null, 'confirmed'],
    ['proof', 'http', null, 'shown'],
  ]);
});

it('tells of what needs attention from the day after, and all of it the first time', () => {
  const each = (toldFrom: string) =>
    ({ key: toldFrom, reason: 'stuck', since: toldFrom, toldFrom, topicId: 'http', quieted: null }) as const;
  const attention = ['2026-11-09', '2026-11-10', '2026-11-11'].map(each);
  expect(told({ attention })).toHaveLength(1);
  expect(told({ attention }, { isFirst: true })).toHaveLength(3);
});

it('tells of who came back after longer than is usual for them', () => {
  expect(told({ activeDays: ['2026-10-01', '2026-11-12'] })).toEqual([['came-back', null, '2026-10-01', '2026-11-12']]);
  expect(told({ activeDays: ['2026-11-06', '2026-11-12'] })).toEqual([]);
  expect(told({ activeDays: ['2026-10-01', '2026-11-09'] })).toEqual([]);
});

it('tells twenty of each kind, the last first, and how many more', () => {
  const topics = Object.fromEntries(
    Array.from({ length: 25 }, (_, n) => [
      `t${n}`,
      topic('done', `2026-11-12T10:00:${String(n).padStart(2, '0')}.000Z`),
    ]),
  );
  const [part] = changesSince({ ...none, topics }, since);
  expect([part?.items.length, part?.more, part?.items[0]?.topicId]).toEqual([mostChanges, 5, 't24']);
  expect(agendaOf([], part ? [part] : [], [part?.items[0]?.key ?? '']).lines).toHaveLength(mostChanges - 1);
});

it('leaves of what changed twice the later, unless the earlier was ticked', () => {
  const parts = (state: string, at: string) => changesSince({ ...none, topics: { http: topic(state, at) } }, since);
  const [first] = agendaOf([], parts('learning', later), []).lines;
  if (!first) throw new Error('one line');
  const now = parts('done', '2026-11-12T09:00:00.000Z');
  expect(agendaOf([first], now, []).lines.map(({ change }) => change?.to)).toEqual(['done']);
  expect(agendaOf([{ ...first, isDone: true }], now, []).lines).toHaveLength(2);
});

it('says what has to be shared for it', () => {
  const project = { id: 'p', title: 'P' };
  expect([
    scopeOfChange({ kind: 'topic', project: null, to: null }),
    scopeOfChange({ kind: 'attention', project, to: null }),
    scopeOfChange({ kind: 'came-back', project: null, to: null }),
    scopeOfChange({ kind: 'note', project: null, to: null }),
    scopeOfChange({ kind: 'help', project, to: null }),
    scopeOfChange({ kind: 'attention', project: null, to: 'quiet' }),
  ]).toEqual(['progress', 'projects', 'activity', 'notes', 'projects', 'activity']);
});
