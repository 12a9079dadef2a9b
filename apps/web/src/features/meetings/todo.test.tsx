import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Todo } from './todo';

const { server } = vi.hoisted(() => ({
  server: { asked: [] as unknown[], todo: [] as { id: string; what: string }[] },
}));
vi.mock('../../api/call', () => ({
  call: async (name: string, { query, params }: { query?: { as: string }; params?: { actionId: string } }) => {
    if (name === 'tickAction') {
      server.todo = server.todo.filter(({ id }) => id !== params?.actionId);
      return undefined;
    }
    server.asked.push(query);
    const [learner, mentor] = [{ name: 'Lea' }, { name: 'Mia' }];
    return { items: [{ id: 'sheet', learner, mentor, todo: server.todo }], nextCursor: null };
  },
}));

let root: Root;
let host: HTMLElement;
const until = (check: () => void) => act(() => vi.waitFor(check));

function draw(as: 'learner' | 'mentor') {
  act(() =>
    root.render(
      <QueryClientProvider client={new QueryClient()}>
        <MemoryRouter>
          <Todo as={as} />
        </MemoryRouter>
      </QueryClientProvider>,
    ),
  );
}

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  Object.assign(server, { asked: [], todo: [{ id: 'one', what: 'Read on HTTP' }] });
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
});
afterEach(() => {
  act(() => root.unmount());
  host.remove();
});

it.each([
  ['learner', 'Agreed with your mentor', 'with Mia'],
  ['mentor', 'What you agreed to do', 'with Lea'],
] as const)('shows a %s what they agreed to do, and lets them tick it there', async (as, title, whom) => {
  draw(as);
  await until(() => expect(host.querySelector('h2')?.textContent).toBe(title));
  expect(host.querySelector('li')?.textContent).toContain('Read on HTTP');
  expect(host.querySelector('li')?.textContent).toContain(whom);
  expect(server.asked).toEqual([{ as, state: 'open' }]);
  act(() => host.querySelector('input')?.click());
  await until(() => expect(host.textContent).toBe(''));
});
