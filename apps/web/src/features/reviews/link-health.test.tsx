import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { Answer, Endpoints } from '@waymark/contract';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ProblemError } from '../../api/problem';
import { LinkHealth } from './link-health';
import { aProject } from './review.fixture';

type Links = Answer<Endpoints['readLinks']>;

const { call } = vi.hoisted(() => ({ call: vi.fn<(name: string) => Promise<unknown>>() }));
vi.mock('../../api/call', () => ({ call }));

const found = (state: Links['items'][number]['state'], isChecking: boolean): Links => ({
  items: [{ kind: 'repo', url: aProject.repoUrl ?? '', state, checkedAt: null, deadSince: null, graceUntil: null }],
  isChecking,
});

let root: Root;
let host: HTMLElement;
const settle = () => act(() => vi.advanceTimersByTimeAsync(1));
const reads = () => call.mock.calls.filter(([name]) => name === 'readLinks').length;
const again = () => host.querySelector('button');

async function show(project = aProject) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  act(() =>
    root.render(
      <QueryClientProvider client={client}>
        <LinkHealth project={project} />
      </QueryClientProvider>,
    ),
  );
  await settle();
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  call.mockReset();
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
});

afterEach(() => {
  act(() => root.unmount());
  host.remove();
  vi.useRealTimers();
});

it('asks how they are while they are looked at, and no more after that', async () => {
  call.mockResolvedValueOnce(found(null, true)).mockResolvedValue(found('alive', false));
  await show();
  expect(host.textContent).toContain('Being looked at');
  await act(() => vi.advanceTimersByTimeAsync(3000));
  expect(host.textContent).toContain('It answers');
  await act(() => vi.advanceTimersByTimeAsync(60_000));
  expect(reads()).toBe(2);
});

it('looks again when it is told to, and says so', async () => {
  call.mockResolvedValue(found('dead', false));
  await show();
  expect(host.textContent).toContain('Nothing is there');
  call.mockResolvedValueOnce(found('dead', true)).mockResolvedValue(found('alive', false));
  act(() => again()?.click());
  await settle();
  expect(host.querySelector('[role=status]')?.textContent).toBe('They are being looked at.');
  await act(() => vi.advanceTimersByTimeAsync(3000));
  expect(host.textContent).toContain('It answers');
});

it('says what holds where it was asked for too often', async () => {
  call.mockResolvedValue(found('unclear', false));
  await show();
  call.mockRejectedValueOnce(new ProblemError({ code: 'too-many-requests', status: 429, title: 'Too many' }));
  act(() => again()?.click());
  await settle();
  expect(host.querySelector('[role=alert]')?.textContent).toContain('looked at once a week anyway');
  expect(host.textContent).toContain('It did not answer just now');
});

it('says nothing of a project without links', async () => {
  await show({ ...aProject, repoUrl: null });
  expect(host.textContent).toBe('');
  expect(call).not.toHaveBeenCalled();
});
