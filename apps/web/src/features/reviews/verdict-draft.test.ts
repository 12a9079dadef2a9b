import { expect, it } from 'vitest';
import { type DraftWords, draftFor, verdictFrom } from './verdict-draft';

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
