import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { Account, Notification } from '@waymark/contract';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ProblemError } from '../../api/problem';
import { Bell } from './bell';
import { MailSetting } from './mail-setting';
import { NotificationsPage } from './notifications.page';
import { UnsubscribePage } from './unsubscribe.page';

const { asked, answers, changed } = vi.hoisted(() => ({
  asked: [] as [name: string, input: Record<string, unknown>][],
  answers: {} as Record<string, (input: Record<string, unknown>) => unknown>,
  changed: vi.fn(),
}));

vi.mock('../../api/call', () => ({
  call: async (name: string, { signal: _, ...input }: Record<string, unknown> = {}) => {
    asked.push([name, input]);
    return answers[name]?.(input) ?? null;
  },
}));
vi.mock('../../api/session', () => ({ useSession: () => ({ account: { id: 'me' } }), accountChanged: changed }));

const reviewId = '0123456789abcdef01234567';
const person = (id: string, name: string) => ({ id, name, handle: id });
const told: Notification = {
  id: 'n1',
  kind: 'approve',
  about: { kind: 'review', id: reviewId },
  title: 'Shortener',
  path: `reviews/${reviewId}`,
  learner: person('me', 'Lou'),
  by: person('mira', 'Mira'),
  days: null,
  count: 3,
  at: '2040-01-02T10:00:00.000Z',
  isRead: false,
};
const refuse = (code: string, status: number, more: object = {}) => {
  throw new ProblemError({ code, status, title: code, ...more } as ConstructorParameters<typeof ProblemError>[0]);
};
const names = () => asked.map(([name]) => name);

let root: Root;
let host: HTMLElement;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  asked.length = 0;
  changed.mockClear();
  for (const name of Object.keys(answers)) delete answers[name];
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
});
afterEach(async () => {
  await act(async () => root.unmount());
  host.remove();
});

/** What was answered is drawn in the next turn of the event loop, and what follows from that in the one after. */
const drawn = async () => {
  for (const _ of [1, 2, 3]) await act(() => new Promise<void>((resolve) => setTimeout(resolve)));
};

async function open(path: string, pattern: string, element: React.ReactNode) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false }, mutations: { retry: false } } });
  await act(async () =>
    root.render(
      <QueryClientProvider key={path} client={client}>
        <MemoryRouter initialEntries={[path]}>
          <Routes>
            <Route path={pattern} element={element} />
          </Routes>
        </MemoryRouter>
      </QueryClientProvider>,
    ),
  );
  await drawn();
}
const button = (words: string) => {
  const found = [...host.querySelectorAll('button')].find(
    ({ textContent, ariaLabel }) => textContent === words || ariaLabel === words,
  );
  if (!found) throw new Error(`no button “${words}” in ${host.textContent}`);
  return found;
};
const press = async (words: string) => {
  await act(async () => button(words).click());
  await drawn();
};

it('lists what is new, and marks it up to the newest that is shown', async () => {
  answers.countNotifications = () => ({ unread: 1 });
  answers.listNotifications = () => ({ items: [told], nextCursor: null });
  await open('/notifications', '/notifications', <NotificationsPage />);
  expect(host.textContent).toContain('Mira approved it.');
  expect(host.textContent).toContain('and 2 more things');
  expect(host.querySelector('a')?.getAttribute('href')).toBe(`/reviews/${reviewId}`);
  await press('Mark as read: Shortener');
  await press('Mark all as read');
  expect(asked.filter(([name]) => name.startsWith('read'))).toEqual([
    ['readNotification', { params: { id: 'n1' } }],
    ['readNotifications', { body: { until: told.at } }],
  ]);
});

it('says why nothing is there, and when it could not be asked', async () => {
  answers.countNotifications = () => ({ unread: 0 });
  answers.listNotifications = () => ({ items: [], nextCursor: null });
  await open('/notifications', '/notifications', <NotificationsPage />);
  expect(host.textContent).toContain('Nothing yet');
  expect(host.textContent).not.toContain('Mark all as read');
  answers.listNotifications = () => refuse('unavailable', 503);
  await open('/again', '/again', <NotificationsPage key="again" />);
  expect(host.querySelector('[role="alert"]')?.textContent).toContain('could not be loaded');
});

it.each([
  [`/reviews/${reviewId}`, 2, true],
  [`/reviews/${reviewId}`, 0, false],
  ['/projects', 2, false],
  [`/projects/${reviewId}`, 2, false],
])('on %s with %i unread, says that the review was seen: %j', async (path, unread, isSaid) => {
  answers.countNotifications = () => ({ unread });
  await open(path, '*', <Bell />);
  expect(names().includes('seeAbout')).toBe(isSaid);
});

const account = { id: 'me', version: 3, digest: 'hourly', isVerified: true } as Account;

async function choose(value: string) {
  const select = host.querySelector('select');
  if (!select) throw new Error('no choice');
  await act(async () => {
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await drawn();
}

it('keeps how often letters come, also where something else was saved meanwhile', async () => {
  answers.readInstance = () => ({ mail: 'smtp' });
  answers.changeMe = ({ ifMatch }) =>
    ifMatch === 3
      ? refuse('stale', 412, { current: { ...account, version: 4 } })
      : { ...account, digest: 'off', version: 5 };
  await open('/', '/', <MailSetting account={account} />);
  await choose('off');
  expect(asked.filter(([name]) => name === 'changeMe')).toEqual([
    ['changeMe', { body: { digest: 'off' }, ifMatch: 3 }],
    ['changeMe', { body: { digest: 'off' }, ifMatch: 4 }],
  ]);
  expect(changed).toHaveBeenCalledWith({ ...account, digest: 'off', version: 5 });
});

it('says that letters wait for a confirmed address, or that none are sent here at all', async () => {
  answers.readInstance = () => ({ mail: 'smtp' });
  await open('/', '/', <MailSetting account={{ ...account, isVerified: false }} />);
  expect(host.textContent).toContain('once your address is confirmed');
  answers.readInstance = () => ({ mail: 'none' });
  await open('/none', '/none', <MailSetting key="none" account={account} />);
  expect([host.textContent?.includes('sends no mail'), host.querySelector('select')]).toEqual([true, null]);
});

it('stops letters by a button and no sooner, and brings them back', async () => {
  answers.readMailing = () => ({ digest: 'daily', before: 'daily' });
  answers.stopMailing = () => ({ digest: 'off', before: 'daily' });
  answers.resumeMailing = () => ({ digest: 'daily', before: 'daily' });
  await open('/unsubscribe/t', '/unsubscribe/:token', <UnsubscribePage />);
  expect(host.textContent).toContain('come to you once a day');
  expect(names()).toEqual(['readMailing']);
  await press('Stop these letters');
  expect(host.querySelector('h1')?.textContent).toBe('These letters are stopped');
  expect(document.activeElement).toBe(host.querySelector('h1'));
  await press('Send them again');
  expect(host.textContent).toContain('come to you once a day');
  expect(asked.every(([, { body }]) => (body as { token: string }).token === 't')).toBe(true);
});

it('says where else letters are ended when the link is none of ours', async () => {
  answers.readMailing = () => refuse('link-ended', 422);
  await open('/unsubscribe/t', '/unsubscribe/:token', <UnsubscribePage />);
  expect(host.querySelector('[role="alert"] a')?.getAttribute('href')).toBe('/settings#letters');
});
