import { expect, it } from 'vitest';
import { type DraftWords, draftFor, placeWhenSent, verdictFrom } from './verdict-draft';

const review = {
  snapshot: { covers: [{ roadmap: 'backend', topicId: 'http', where: '' }], briefId: null },
} as unknown as Parameters<typeof draftFor>[0];
const empty: DraftWords = { decision: null, text: '', topics: [], requirements: [] };

it('has a line for each topic, with what was kept of it and nothing that is covered no more', () => {
  const kept: DraftWords = {
    ...empty,
    topics: [
      { roadmap: 'backend', topicId: 'http', verdict: 'met', text: 'Good' },
      { roadmap: 'backend', topicId: 'gone', verdict: 'met', text: '' },
    ],
  };
  expect(draftFor(review, kept, []).topics).toEqual([kept.topics[0]]);
  expect(draftFor(review, empty, []).topics).toEqual([
    { roadmap: 'backend', topicId: 'http', verdict: null, text: '' },
  ]);
});

it('is sent once there is a decision and a sentence, without what was left open', () => {
  const open = draftFor(review, empty, []);
  expect(verdictFrom({ ...open, text: 'Sound.' })).toBeNull();
  expect(verdictFrom({ ...open, decision: 'approved', text: '  ' })).toBeNull();
  expect(verdictFrom({ ...open, decision: 'approved', text: 'Sound.' })).toEqual({
    decision: 'approved',
    text: 'Sound.',
    topics: [],
    requirements: [],
  });
});

it('sends each topic that is judged with its sentence, and nothing while one has none', () => {
  const [http] = draftFor(review, empty, []).topics;
  if (!http) throw new Error('it covers a topic');
  const said = { ...empty, decision: 'approved' as const, text: 'Sound.' };
  const topics = [
    { ...http, topicId: 'dns' },
    { ...http, verdict: 'met' as const, text: 'Good.' },
  ];
  expect(verdictFrom({ ...said, topics })?.topics).toEqual([topics[1]]);
  expect(placeWhenSent(topics, 1)).toBe(0);
  expect(verdictFrom({ ...said, topics: [{ ...http, verdict: 'met' }] })).toBeNull();
});
