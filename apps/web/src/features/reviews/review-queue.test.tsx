import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReviewCard } from '@waymark/contract';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { MemoryRouter, useLocation } from 'react-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { registeredKeys } from '../../ui/use-keys';
import { aReview, mira } from './review.fixture';
import { ReviewQueue } from './review-queue';

interface Page {
  items: ReviewCard[];
  nextCursor: string | null;
}

const { server } = vi.hoisted(() => ({ server: { pages: {} as Record<string, unknown>, inPool: false } }));
vi.mock('../../api/call', () => ({
  call: async (name: string, { query }: { query?: { turn: string; cursor?: string } }) => {
    if (name === 'readReviewer') return { promiseDays: null, inPool: server.inPool, isNamed: false };
    const page = server.pages[`${query?.turn} ${query?.cursor ?? ''}`.trim()];
    if (page instanceof Error) throw page;
    return page;
  },
}));
vi.mock('../../api/session', () => ({ useSession: () => ({ account: { id: 'mira' } }) }));

const nobody: Page = { items: [], nextCursor: null };
const waits = (title: string): ReviewCard => ({ ...aReview, id: title, project: { id: title, title } });

let root: Root;
let host: HTMLElement;
const until = (check: () => void) => act(() => vi.waitFor(check));
const titles = () => [...host.querySelectorAll('li a')].map(({ textContent }) => textContent);

const Place = () => <output hidden>{useLocation().pathname}</output>;

/** Each time a page of its own. */
let shown = 0;
function show(isMentor: boolean): void {
  shown += 1;
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  act(() =>
    root.render(
      <QueryClientProvider key={shown} client={client}>
        <MemoryRouter>
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
  server.inPool = false;
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
});

afterEach(() => {
  act(() => root.unmount());
  host.remove();
});

it('shows what I hold first, more on demand, and what waits on learners beside it', async () => {
  const held = { ...waits('held'), claim: { mentor: mira, until: aReview.ballSince } };
  server.pages = {
    mine: { items: [waits('first'), held], nextCursor: 'two' },
    'mine two': { items: [waits('last')], nextCursor: null },
    learners: { items: [{ ...waits('theirs'), ballWith: 'learner' }], nextCursor: null },
  };
  show(false);
  await until(() => expect(titles()).toEqual(['held', 'first', 'theirs']));
  expect(host.textContent).not.toContain('All are shown.');
  act(() => host.querySelector('button')?.click());
  await until(() => expect(titles()).toEqual(['held', 'first', 'last', 'theirs']));
  expect(host.querySelector('button')).toBeNull();
  expect(document.activeElement?.textContent).toBe('All are shown.');
});

it('opens what has waited longest, by a press or a key, whatever the list begins with', async () => {
  const held = { ...waits('held'), claim: { mentor: mira, until: aReview.ballSince } };
  server.pages = { mine: { items: [waits('first'), held], nextCursor: null }, learners: nobody };
  show(false);
  await until(() => expect(titles()).toEqual(['held', 'first']));
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

it('says what is overdue', async () => {
  server.pages = {
    mine: { ...nobody, items: [{ ...waits('late'), promisedBy: '2020-01-01T00:00:00Z' }] },
    learners: nobody,
  };
  show(true);
  await until(() => expect(host.textContent).toContain('An answer was expected by'));
});

it('says since when it waits on whom, who is asked while nobody has it, and until when I have it', async () => {
  const claim = { mentor: mira, until: aReview.ballSince };
  server.pages = {
    mine: { ...nobody, items: [waits('open'), { ...waits('held'), state: 'in_review', claim }] },
    learners: { ...nobody, items: [{ ...waits('theirs'), state: 'changes_requested', ballWith: 'learner', claim }] },
  };
  show(true);
  await until(() => expect(titles()).toEqual(['held', 'open', 'theirs']));
  const [held, open, theirs] = [...host.querySelectorAll('li')].map(({ textContent }) => textContent);
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
  server.inPool = true;
  show(false);
  await until(() => expect(host.textContent).toContain('Nobody waits for a review of yours.'));
});
