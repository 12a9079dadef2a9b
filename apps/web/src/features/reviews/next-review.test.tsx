import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { NextReview } from './next-review';
import { aReview } from './review.fixture';

const { server } = vi.hoisted(() => ({ server: { waiting: [] as string[] } }));
vi.mock('../../api/call', () => ({
  call: async (_: string, { query }: { query: { limit: number } }) => ({
    items: server.waiting
      .slice(0, query.limit)
      .map((id) => ({ ...aReview, id, project: { id, title: `Project ${id}` }, minutes: 12 })),
    nextCursor: null,
  }),
}));

let root: Root;
let host: HTMLElement;

async function show(at: string, isAnswered = false) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  act(() =>
    root.render(
      <QueryClientProvider client={client}>
        <MemoryRouter initialEntries={[at]}>
          <NextReview id="a" isAnswered={isAnswered} />
        </MemoryRouter>
      </QueryClientProvider>,
    ),
  );
  await act(() => vi.waitFor(() => expect(host.querySelectorAll('nav > *').length).toBeGreaterThan(1)));
}

const way = () => {
  const [first] = host.querySelectorAll('a');
  return [first?.textContent, first?.getAttribute('href')];
};

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  server.waiting = ['a', 'b', 'c', 'd', 'e'];
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
});

afterEach(() => {
  act(() => root.unmount());
  host.remove();
});

it('leads on to whoever has waited longest', async () => {
  await show('/reviews/a');
  expect(way()).toEqual(['Next review: Project b n', '/reviews/b']);
});

it('leads on along the plan, past what has waited longer, and says what is left of it', async () => {
  await show('/reviews/a?plan=d,e');
  expect(way()).toEqual(['Next in your plan: Project d n', '/reviews/d?plan=e']);
  expect(host.textContent).toContain('After it 1 more. About 12 minutes.');
});

it('leaves out what somebody else has taken on meanwhile', async () => {
  server.waiting = ['a', 'b', 'e'];
  await show('/reviews/a?plan=d,e');
  expect(way()).toEqual(['Next in your plan: Project e n', '/reviews/e?plan=']);
});

it('says when the plan ends, and goes on with the queue', async () => {
  await show('/reviews/a?plan=');
  expect(host.textContent).toContain('This is the last one of your plan.');
  expect(way()).toEqual(['Next review: Project b n', '/reviews/b']);
  await show('/reviews/a?plan=', true);
  expect(host.textContent).toContain('That was your plan.');
});
