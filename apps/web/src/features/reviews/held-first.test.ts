import { expect, it } from 'vitest';
import { heldFirst } from './held-first';
import { aReview, mira } from './review.fixture';

const waits = (id: string) => ({ ...aReview, id });
const held = (id: string, mentor = mira) => ({ ...aReview, id, claim: { mentor, until: aReview.ballSince } });

it('puts what I hold before what waits, and leaves the rest as it came', () => {
  const other = { ...mira, id: 'max' };
  const reviews = [waits('a'), held('b'), held('c', other), waits('d'), held('e')];
  expect(heldFirst(reviews, mira.id).map(({ id }) => id)).toEqual(['b', 'e', 'a', 'c', 'd']);
  expect(heldFirst(reviews, undefined).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e']);
});
