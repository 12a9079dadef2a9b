import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { QueuedReview, ReviewCard } from '@waymark/contract';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { MemoryRouter, useLocation } from 'react-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { registeredKeys } from '../../ui/use-keys';
import { aReview, mira } from './review.fixture';
import { ReviewQueue } from './review-queue';

interface Page {
  items: QueuedReview[];
  nextCursor: string | null;
}

const { server } = vi.hoisted(() => ({ server: { pages: {} as Record<string, unknown>, reviewer: {} as object } }));
vi.mock('../../api/call', () => ({
  call: async (name: string, { query }: { query?: { turn: string; cursor?: string } }) => {
    if (name === 'readReviewer') return server.reviewer;
    const page = server.pages[`${query?.turn} ${query?.cursor ?? ''}`.trim()];
    if (page instanceof Error) throw page;
    return page;
  },
}));
vi.mock('../../api/session', () => ({ useSession: () => ({ account: { id: 'mira' } }) }));

const nobody: Page = { items: [], nextCursor: null };
const waits = (title: string, more: Partial<QueuedReview> = {}): QueuedReview => ({
  ...{ ...aReview, id: title, project: { id: title, title }, promisedBy: null, minutes: 19 },
  ...more,
});
const claim: ReviewCard['claim'] = { mentor: mira, until: aReview.ballSince };
const nothingSaid = { promiseDays: null, inPool: false, isNamed: false, capacity: null, away: null, inHand: 0 };

const hourMs = 3_600_000;
let root: Root;
let host: HTMLElement;
const until = (check: () => void) => act(() => vi.waitFor(check));
const titles = () => [...host.querySelectorAll('li a')].map(({ textContent }) => textContent);

const Place = () => <output hidden>{`${useLocation().pathname}${useLocation().search}`}</output>;

/** Each time a page of its own. */
let shown = 0;
function show(isMentor: boolean, at = '/'): void {
  shown += 1;
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  act(() =>
    root.render(
      <QueryClientProvider key={shown} client={client}>
        <MemoryRouter initialEntries={[at]}>
          <ReviewQueue isMentor={isMentor} />
          <Place />
        </MemoryRouter>
      </QueryClientProvider>,
    ),
  );
}

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  server.pages = { mine: nobody, learners: nobody };
  server.reviewer = nothingSaid;
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
});

afterEach(() => {
  act(() => root.unmount());
  host.remove();
});

it('shows the longest wait first, more on demand, and what waits on learners beside it', async () => {
  const held = waits('held', { claim });
  server.pages = {
    mine: { items: [waits('first'), held], nextCursor: 'two' },
    'mine two': { items: [waits('last')], nextCursor: null },
    learners: { items: [waits('theirs', { ballWith: 'learner' })], nextCursor: null },
  };
  show(false);
  await until(() => expect(titles()).toEqual(['first', 'held', 'theirs']));
  expect(host.textContent).not.toContain('All are shown.');
  act(() => host.querySelector('button')?.click());
  await until(() => expect(titles()).toEqual(['first', 'held', 'last', 'theirs']));
  expect(host.querySelector('button')).toBeNull();
  expect(document.activeElement?.textContent).toBe('All are shown.');
});

it('opens what has waited longest, by a press or a key', async () => {
  const held = waits('held', { claim });
  server.pages = { mine: { items: [waits('first'), held], nextCursor: null }, learners: nobody };
  show(false);
  await until(() => expect(titles()).toEqual(['first', 'held']));
  const start = [...host.querySelectorAll('a')].find(({ textContent }) => textContent?.startsWith('Start with'));
  expect([start?.textContent, start?.pathname]).toEqual(['Start with the oldest: first n', '/reviews/first']);
  const keys = registeredKeys().flatMap(({ group, map }) =>
    Object.entries(map()).map(([key, { text }]) => [group, key, text]),
  );
  expect(keys).toEqual([['Reviews', 'n', 'Start with the oldest']]);
  act(() => void document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', bubbles: true })));
  expect(host.querySelector('output')?.textContent).toBe('/reviews/first');
});

it('has no way to start where nothing waits', async () => {
  show(true);
  await until(() => expect(host.textContent).toContain('Nobody waits for a review of yours.'));
  expect(host.textContent).not.toContain('Start with');
  expect(registeredKeys()).toEqual([]);
});

it('says in words what is late, due today and in time, and about how long it takes', async () => {
  const by = (ms: number) => ({ promisedBy: new Date(Date.now() + ms).toISOString() });
  const items = [
    waits('late', by(-72 * hourMs)),
    waits('today', by(0)),
    waits('in time', { ...by(72 * hourMs), minutes: 5 }),
  ];
  server.pages = { mine: { ...nobody, items }, learners: nobody };
  show(true);
  await until(() => expect(titles()).toHaveLength(3));
  const [late, today, inTime] = [...host.querySelectorAll('li')].map(({ textContent }) => textContent);
  expect(late).toContain('Late by 3 days: an answer was expected by');
  expect(late).toContain('About 19 minutes.');
  expect(today).toContain('Due today: an answer is expected by');
  expect(inTime).toContain('In time: an answer is expected by');
  expect(inTime).toContain('About 5 minutes.');
});

it('begins nothing new with full hands, says why, and goes on with what is held', async () => {
  server.reviewer = { ...nothingSaid, capacity: 2, inHand: 2 };
  server.pages = { mine: { ...nobody, items: [waits('first'), waits('held', { claim })] }, learners: nobody };
  show(true);
  await until(() => expect(host.textContent).toContain('You hold 2 reviews, as many as you take on at once.'));
  const start = host.querySelector<HTMLAnchorElement>('a[aria-keyshortcuts=n]');
  expect([start?.textContent, start?.pathname]).toEqual(['Go on with held n', '/reviews/held']);
  server.pages = { mine: { ...nobody, items: [waits('first')] }, learners: nobody };
  show(true);
  await until(() => expect(host.textContent).toContain('You hold 2 reviews'));
  expect([host.querySelector('a[aria-keyshortcuts]'), registeredKeys()]).toEqual([null, []]);
  // One of them is done.
  server.reviewer = { ...nothingSaid, capacity: 2, inHand: 1 };
  show(true);
  await until(() => expect(host.textContent).toContain('Start with the oldest: first'));
  expect(host.textContent).not.toContain('You hold');
});

const planned = () => [...host.querySelectorAll('ol a')].map(({ textContent }) => textContent);
const minutesField = (label: string) =>
  [...host.querySelectorAll('label')].find(({ textContent }) => textContent === label)?.querySelector('input');

it('picks what fits into my minutes, and begins with the first of it', async () => {
  const late = { promisedBy: '2020-01-01T00:00:00Z' };
  const items = [waits('a', { minutes: 15 }), waits('b', { minutes: 12, ...late }), waits('c', { minutes: 8 })];
  server.pages = { mine: { ...nobody, items }, learners: nobody };
  show(true);
  await until(() => expect(minutesField('20 min')).toBeDefined());
  expect(planned()).toEqual([]);
  act(() => minutesField('20 min')?.click());
  await until(() => expect(planned()).toEqual(['b', 'c']));
  expect(host.textContent).toContain('2 reviews, about 20 minutes together.');
  expect(host.textContent).not.toContain('Start with the oldest');
  expect(host.querySelector('output')?.textContent).toBe('/?minutes=20');
  act(() => void document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', bubbles: true })));
  expect(host.querySelector('output')?.textContent).toBe('/reviews/b?plan=c');
});

it('says where nothing fits, and goes back to all', async () => {
  server.pages = {
    mine: { ...nobody, items: [waits('a', { minutes: 15 }), waits('b', { minutes: 12 })] },
    learners: nobody,
  };
  show(true, '/?q=ada&minutes=10');
  await until(() => expect(host.textContent).toContain('the shortest takes about 12 minutes'));
  expect(host.querySelector('a[aria-keyshortcuts]')).toBeNull();
  act(() => minutesField('time for all')?.click());
  await until(() => expect(host.textContent).toContain('Start with the oldest: a'));
  expect(host.querySelector('output')?.textContent).toBe('/?q=ada');
});

it('plans with full hands what is held, and no more', async () => {
  server.reviewer = { ...nothingSaid, capacity: 1, inHand: 1 };
  const items = [waits('a', { minutes: 5 }), waits('b', { minutes: 5, claim })];
  server.pages = { mine: { ...nobody, items }, learners: nobody };
  show(true, '/?minutes=20');
  await until(() => expect(planned()).toEqual(['b']));
});

it('says since when it waits on whom, who is asked while nobody has it, and until when I have it', async () => {
  server.pages = {
    mine: { ...nobody, items: [waits('open'), waits('held', { state: 'in_review', claim })] },
    learners: { ...nobody, items: [waits('theirs', { state: 'changes_requested', ballWith: 'learner', claim })] },
  };
  show(true);
  await until(() => expect(titles()).toEqual(['open', 'held', 'theirs']));
  const [open, held, theirs] = [...host.querySelectorAll('li')].map(({ textContent }) => textContent);
  expect(open).toMatch(/Waits since .*You alone are asked\./);
  expect(open).not.toContain('taken it on');
  expect(held).toMatch(/Waits since .*You have taken it on until /);
  expect(theirs).toMatch(/Since /);
  expect(theirs).not.toContain('taken it on');
  for (const other of [held, theirs]) expect(other).not.toContain('are asked');
});

it('says to anybody that the reviews could not be loaded', async () => {
  server.pages = { mine: new Error('gone'), learners: nobody };
  show(false);
  await until(() => expect(host.textContent).toContain('The reviews could not be loaded'));
});

it('is nothing to who neither mentors nor reviews for the pool, and empty to who does', async () => {
  show(true);
  await until(() => expect(host.textContent).toContain('Nobody waits for a review of yours.'));
  show(false);
  await until(() => expect(host.querySelector('section')).toBeNull());
  server.reviewer = { ...nothingSaid, inPool: true };
  show(false);
  await until(() => expect(host.textContent).toContain('Nobody waits for a review of yours.'));
});
