// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest';
import { forgetUnsent, unsentStore } from './unsent-store';

const isKept = (value: unknown): value is { text: string } =>
  typeof (value as { text?: unknown } | null)?.text === 'string';
const storeOf = (kind: string, account: string, place: string) => unsentStore({ kind, account, place, isKept });

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
});

it('keeps what was typed for one member and place, until there is nothing to keep', () => {
  storeOf('question', 'ada', 'one').keep({ text: 'Is it sound?' });
  expect(storeOf('question', 'ada', 'one').read()).toEqual({ text: 'Is it sound?' });
  expect(storeOf('question', 'ben', 'one').read()).toBeNull();
  expect(storeOf('question', 'ada', 'two').read()).toBeNull();
  storeOf('question', 'ada', 'one').keep(null);
  expect(localStorage).toHaveLength(0);
});

it.each(['{"text":', '{"words":"x"}', 'null'])('takes %j for nothing', (kept) => {
  localStorage.setItem('waymark:question:ada:one', kept);
  expect(storeOf('question', 'ada', 'one').read()).toBeNull();
});

it('does without a device that keeps nothing', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('Full', 'QuotaExceededError');
  });
  expect(() => storeOf('question', 'ada', 'one').keep({ text: 'Is it sound?' })).not.toThrow();
});

it('forgets one kind, whosever it is, and no other', () => {
  storeOf('question', 'ada', 'one').keep({ text: 'Is it sound?' });
  storeOf('question', 'ada', 'two').keep({ text: 'And this?' });
  storeOf('note', 'ada', 'one').keep({ text: 'To keep' });
  forgetUnsent('question');
  expect(storeOf('question', 'ada', 'one').read()).toBeNull();
  expect(storeOf('question', 'ada', 'two').read()).toBeNull();
  expect(storeOf('note', 'ada', 'one').read()).toEqual({ text: 'To keep' });
});
