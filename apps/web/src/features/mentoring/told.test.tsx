import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { Grant } from '@waymark/contract';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Told } from './told';

const { call } = vi.hoisted(() => ({ call: vi.fn<(name: string) => Promise<unknown>>() }));
vi.mock('../../api/call', () => ({ call }));
vi.mock('../../api/session', () => ({ useSession: () => ({ account: { name: 'Lou Learner' } }) }));

const project = { id: 'p', title: 'Link shortener' };
const grant: Grant = {
  id: 'g',
  roadmap: 'backend',
  mentor: { id: 'm', name: 'Mira Mentor', handle: 'mira' },
  cohort: null,
  consent: { progress: true, activity: true, notes: true, projects: true },
  createdAt: '2026-11-01T00:00:00Z',
  lastViewedAt: null,
  pausedAt: null,
  attention: [],
  lastActiveDay: null,
};

let root: Root;
let host: HTMLElement;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  call.mockReset();
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
});

afterEach(() => {
  act(() => root.unmount());
  host.remove();
});

const told = { key: 'k', toldFrom: '2026-11-21', quieted: null };

async function show(attention: Grant['attention']) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  await act(async () =>
    root.render(
      <QueryClientProvider client={client}>
        <Told grant={{ ...grant, attention }} />
      </QueryClientProvider>,
    ),
  );
}

it('says of my projects what the mentor reads, with my name, and asks for nothing more', async () => {
  await show([{ reason: 'dead-link', since: '2026-11-20', topicId: null, project, ...told }]);
  expect(host.querySelector('h4')?.textContent).toBe('What Mira Mentor is told');
  expect(host.textContent).toContain('A link of Link shortener, which Lou Learner sent for review, is dead');
  expect(call).not.toHaveBeenCalled();
});

it('says from which day the mentor reads it, and what they have seen or put off', async () => {
  const stuck = { reason: 'quiet' as const, since: '2026-11-20', topicId: null, ...told };
  await show([{ ...stuck, toldFrom: '2999-01-02' }]);
  expect(host.textContent).toContain('Mira Mentor reads this from');
  await show([{ ...stuck, quieted: { until: null } }]);
  expect(host.textContent).toContain('Mira Mentor has seen this.');
  expect(host.textContent).not.toContain('reads this from');
  await show([{ ...stuck, quieted: { until: '2026-12-01' } }]);
  expect(host.textContent).toContain('Mira Mentor looks at it again on');
});

it('names a topic as the roadmap does', async () => {
  call.mockResolvedValue({ slug: 'backend', topics: [{ id: 'sql', title: 'SQL' }] });
  await show([{ reason: 'stuck', since: '2026-11-20', topicId: 'sql', ...told }]);
  await act(() => vi.waitFor(() => expect(host.textContent).toContain('Lou Learner has been on SQL for at least')));
});

it('says when nothing stands out, and when nothing is shared that could', async () => {
  await show([]);
  expect(host.textContent).toBe('Nothing stands out to Mira Mentor.');
  await show(null);
  expect(host.textContent).toContain('is told nothing');
});
