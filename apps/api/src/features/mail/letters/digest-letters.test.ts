import { concernedBy, ReviewNews } from '@waymark/contract';
import { expect, it } from 'vitest';
import { digestLetters, type Thread } from './digest-letters.js';

const thread: Thread = {
  kind: 'approve',
  title: 'Shortener',
  aside: 'Backend Developer',
  isMine: true,
  learner: 'Lou',
  by: 'Mira',
  days: 7,
  count: 1,
};
const write = (first: Partial<Thread>, ...others: Partial<Thread>[]) =>
  digestLetters.digest({
    name: 'Ada',
    instance: 'Way Place',
    url: 'https://way.example.org/notifications',
    unsubscribeUrl: 'https://way.example.org/unsubscribe/x',
    threads: [{ ...thread, ...first }, ...others.map((each) => ({ ...thread, ...each }))],
  });

const turns = [
  { ballWith: 'mentor', claim: null },
  { ballWith: 'mentor', claim: {} },
  { ballWith: 'learner', claim: {} },
] as const;
/** Who does these has the ball, and is not told of it. */
const byLearner: readonly ReviewNews[] = ['resubmit', 'reopen'];
const sides = ReviewNews.options.flatMap((kind) => {
  const told = turns.flatMap((turn) => concernedBy(kind, turn)).map((whom) => whom === 'learner');
  return [...new Set(told)]
    .filter((isMine) => !(isMine && byLearner.includes(kind)))
    .map((isMine) => [kind, isMine] as const);
});

it.each(sides)('says what “%s” is, to the learner: %j', (kind, isMine) => {
  const { subject, text } = write({ kind, isMine });
  expect(subject).toMatch(/^Shortener \(Backend Developer\): .*[^.]$/);
  expect(text).not.toContain('Something changed');
});

it.each([
  [[{}], 'Shortener (Backend Developer): Mira approved it'],
  [[{ by: null }], 'Shortener (Backend Developer): Somebody approved it'],
  [[{ aside: null }], 'Shortener: Mira approved it'],
  [[{}, {}], 'Shortener (Backend Developer) and 1 more'],
  [[{}, {}, {}], 'Shortener (Backend Developer) and 2 more'],
])('names a thing and its roadmap in the subject: %j', ([first, ...others], subject) => {
  expect(write(first ?? {}, ...others).subject).toBe(subject);
});

it('leaves the stop that ends a name, and takes its own', () => {
  expect(write({ by: 'Sam Jr.' }).subject).toBe('Shortener (Backend Developer): Sam Jr. approved it');
  expect(write({ title: 'Dr. W.', aside: null }).subject).toBe('Dr. W.: Mira approved it');
});

it('leads to the one thing or to all, and out of such letters', () => {
  const [one, two] = [write({}), write({}, {})];
  expect(one.text).toContain('Have a look');
  expect(two.text).toContain('See what is new');
  for (const { text, html, unsubscribeUrl } of [one, two]) {
    expect(unsubscribeUrl).toBe('https://way.example.org/unsubscribe/x');
    for (const part of [text, html]) expect(part).toContain('https://way.example.org/unsubscribe/x');
  }
});

it('keeps the roadmap in the subject, however long the name is', () => {
  const { subject } = write({ title: 'Long '.repeat(40), aside: 'Wide '.repeat(40) });
  expect(subject).toMatch(/^Long .*… \(Wide .*…\): Mira approved it$/);
});

it('says how much more happened, and how many things it leaves out', () => {
  const { text } = write({ count: 3 }, ...Array.from({ length: 24 }, () => ({ title: 'Poll' })));
  expect(text).toContain('approved it. (and 2 more since you\nlast looked)');
  expect(text.match(/^Poll /gm)).toHaveLength(19);
  expect(text).toContain('And 5 more.');
});
