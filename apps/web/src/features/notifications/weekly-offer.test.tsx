import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { Account, Weekly } from '@waymark/contract';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ProblemError } from '../../api/problem';
import { WeeklyOffer } from './weekly-offer';

const { asked, world } = vi.hoisted(() => ({
  asked: [] as unknown[],
  world: { account: {} as Account, mail: 'smtp', save: (): unknown => null },
}));

vi.mock('../../api/call', () => ({
  call: async (name: string, { body }: { body?: unknown } = {}) => {
    if (name === 'readInstance') return { mail: world.mail };
    asked.push(body);
    return world.save();
  },
}));
vi.mock('../../api/session', () => ({ useSession: () => ({ account: world.account }), accountChanged: vi.fn() }));

let root: Root;
let host: HTMLElement;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  localStorage.clear();
  asked.length = 0;
  Object.assign(world, { mail: 'smtp', save: () => world.account });
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
});
afterEach(async () => {
  await act(async () => root.unmount());
  host.remove();
});

const drawn = async () => {
  for (const _ of [1, 2, 3]) await act(() => new Promise<void>((resolve) => setTimeout(resolve)));
};
let visits = 0;
async function visit(about: 'learning' | 'mentoring', weekly?: Weekly, isVerified = true) {
  world.account = { id: 'me', version: 3, isVerified, ...(weekly && { weekly }) } as Account;
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  visits += 1;
  await act(async () =>
    root.render(
      <QueryClientProvider key={visits} client={client}>
        <MemoryRouter>
          <WeeklyOffer about={about} />
        </MemoryRouter>
      </QueryClientProvider>,
    ),
  );
  await drawn();
}
const press = async (words: string) => {
  const found = [...host.querySelectorAll('button')].find(({ textContent }) => textContent === words);
  if (!found) throw new Error(`no button “${words}” in ${host.textContent}`);
  await act(async () => found.click());
  await drawn();
};

it.each([
  ['learning', undefined, 'learning'],
  ['mentoring', 'off', 'mentoring'],
  ['mentoring', 'learning', 'both'],
] as const)('a yes to the letter about %s, where %s was wanted, wants %s', async (about, weekly, wanted) => {
  await visit(about, weekly);
  await press('Yes, on Mondays');
  expect(asked).toEqual([{ weekly: wanted }]);
  expect(document.activeElement?.textContent).toContain('The first one comes next Monday');
});

it('says what is missing where the address is not confirmed', async () => {
  await visit('learning', 'off', false);
  await press('Yes, on Mondays');
  expect(host.textContent).toContain('once your address is confirmed');
  expect(host.querySelector('a')?.getAttribute('href')).toBe('/settings#email');
});

it('is not made again to who said no, and of the other letter it is', async () => {
  await visit('learning');
  await press('No, thanks');
  expect(document.activeElement?.textContent).toContain('No letter, then.');
  await visit('learning');
  expect(host.textContent).toBe('');
  await visit('mentoring');
  expect(host.textContent).toContain('Yes, on Mondays');
  expect(asked).toEqual([]);
});

it.each([
  ['learning', 'both'],
  ['mentoring', 'mentoring'],
] as const)('is not made of the letter about %s to who gets %s', async (about, weekly) => {
  await visit(about, weekly);
  expect(host.textContent).toBe('');
});

it('is not made where no mail leaves', async () => {
  world.mail = 'none';
  await visit('learning');
  expect(host.textContent).toBe('');
});

it('stays, with the reason, where it could not be saved', async () => {
  world.save = () => {
    throw new ProblemError({ code: 'unavailable', status: 503, title: 'Unavailable' } as ConstructorParameters<
      typeof ProblemError
    >[0]);
  };
  await visit('learning');
  await press('Yes, on Mondays');
  expect(host.querySelector('[role="alert"]')?.textContent).not.toBe('');
  expect(host.textContent).toContain('Yes, on Mondays');
});
