import { expect, it } from 'vitest';
import { isAsShown } from './as-shown';
import { aProject, aReview } from './review.fixture';

it('sees a change of anything that a reviewer is shown', () => {
  // As it comes from the server: with the same words, and no piece of the other.
  expect(isAsShown(structuredClone(aProject), aReview.snapshot)).toBe(true);
  expect(isAsShown({ ...aProject, writeUp: 'Now with a test.' }, aReview.snapshot)).toBe(false);
  const covers = aProject.covers.map((cover) => ({ ...cover, where: 'test/' }));
  expect(isAsShown({ ...aProject, covers }, aReview.snapshot)).toBe(false);
});

it('passes over who may see it, and what counts its versions', () => {
  const saved = { ...aProject, visibility: 'public' as const, version: 9, updatedAt: '2026-11-22T10:00:00.000Z' };
  expect(isAsShown(saved, aReview.snapshot)).toBe(true);
});
