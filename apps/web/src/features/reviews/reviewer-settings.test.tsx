import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { Reviewer } from '@waymark/contract';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ProblemError } from '../../api/problem';
import { ReviewerSettings } from './reviewer-settings';

const { server } = vi.hoisted(() => ({
  server: { sent: [] as unknown[], isAway: false, kept: { promiseDays: null, inPool: false, isNamed: false } },
}));
vi.mock('../../api/call', () => ({
  call: async (name: string, { body }: { body?: typeof server.kept }) => {
    if (name === 'readReviewer' || !body) return server.kept;
    server.sent.push(body);
    // Answered later than a second choice is made.
    await new Promise((resolve) => setTimeout(resolve));
    if (server.isAway) throw new ProblemError({ code: 'offline', status: 0, title: 'Away' });
    server.kept = body;
    return body;
  },
}));

let root: Root;
let host: HTMLElement;
const until = (check: () => void) => act(() => vi.waitFor(check));
const boxes = () => [...host.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
const promise = () => host.querySelector('select');
const checked = () => boxes().map((box) => box.checked);

async function show(kept: Reviewer) {
  Object.assign(server.kept, kept);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  act(() =>
    root.render(
      <QueryClientProvider client={client}>
        <ReviewerSettings />
      </QueryClientProvider>,
    ),
  );
  await until(() => expect(promise()).not.toBeNull());
}

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  Object.assign(server, { sent: [], isAway: false });
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
});

afterEach(() => {
  act(() => root.unmount());
  host.remove();
});

it('shows a promise that is none of the usual ones, and keeps it', async () => {
  await show({ promiseDays: 45, inPool: true, isNamed: false });
  expect(promise()?.selectedOptions[0]?.textContent).toBe('45 days');
  act(() => boxes()[1]?.click());
  await until(() => expect(server.sent).toEqual([{ promiseDays: 45, inPool: true, isNamed: true }]));
});

it('loses no choice of two that are made at once', async () => {
  await show({ promiseDays: null, inPool: false, isNamed: false });
  act(() => boxes()[0]?.click());
  act(() => boxes()[1]?.click());
  await until(() => expect(server.kept).toEqual({ promiseDays: null, inPool: true, isNamed: true }));
  expect(checked()).toEqual([true, true]);
});

it('shows what holds, and why, where it could not be kept', async () => {
  await show({ promiseDays: null, inPool: true, isNamed: false });
  server.isAway = true;
  act(() => boxes()[0]?.click());
  expect(checked()).toEqual([false, false]);
  await until(() => expect(checked()).toEqual([true, false]));
  expect(host.querySelector('[role=alert]')?.textContent).toContain('That was not saved');
});
