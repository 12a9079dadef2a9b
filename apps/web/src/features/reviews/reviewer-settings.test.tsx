import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReviewerNow } from '@waymark/contract';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ProblemError } from '../../api/problem';
import { ReviewerSettings } from './reviewer-settings';

const { server } = vi.hoisted(() => ({
  server: {
    sent: [] as unknown[],
    refusal: null as object | null,
    kept: { promiseDays: null, inPool: false, isNamed: false, capacity: null, away: null, inHand: 0 },
  },
}));
vi.mock('../../api/call', () => ({
  call: async (name: string, { body }: { body?: typeof server.kept }) => {
    if (name === 'readReviewer' || !body) return server.kept;
    server.sent.push(body);
    // Answered later than a second choice is made.
    await new Promise((resolve) => setTimeout(resolve));
    if (server.refusal) throw new ProblemError(server.refusal as ConstructorParameters<typeof ProblemError>[0]);
    server.kept = { ...server.kept, ...body };
    return server.kept;
  },
}));

let root: Root;
let host: HTMLElement;
const until = (check: () => void) => act(() => vi.waitFor(check));
const boxes = () => [...host.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
const nothing = { promiseDays: null, inPool: false, isNamed: false, capacity: null, away: null, inHand: 0 };
const promise = () => host.querySelector('select');
const checked = () => boxes().map((box) => box.checked);

async function show(kept: Partial<ReviewerNow>) {
  server.kept = { ...nothing, ...kept } as typeof server.kept;
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
  Object.assign(server, { sent: [], refusal: null });
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
  await until(() => expect(server.sent).toEqual([{ promiseDays: 45, inPool: true, isNamed: true, capacity: null }]));
});

it('loses no choice of two that are made at once', async () => {
  await show({ promiseDays: null, inPool: false, isNamed: false });
  act(() => boxes()[0]?.click());
  act(() => boxes()[1]?.click());
  await until(() => expect(server.kept).toEqual({ ...nothing, inPool: true, isNamed: true }));
  expect(checked()).toEqual([true, true]);
});

it('shows what holds, and why, where it could not be kept', async () => {
  await show({ promiseDays: null, inPool: true, isNamed: false });
  server.refusal = { code: 'offline', status: 0, title: 'Away' };
  act(() => boxes()[0]?.click());
  expect(checked()).toEqual([false, false]);
  await until(() => expect(checked()).toEqual([true, false]));
  expect(host.querySelector('[role=alert]')?.textContent).toContain('That was not saved');
});

const selects = () => [...host.querySelectorAll('select')];
const dates = () => [...host.querySelectorAll<HTMLInputElement>('input[type=date]')];
const button = (name: string) => [...host.querySelectorAll('button')].find(({ textContent }) => textContent === name);

function type(field: HTMLInputElement | HTMLSelectElement | undefined, value: string) {
  if (!field) throw new Error('no such field');
  act(() => {
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, value);
    field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
  });
}

const said = () => [...host.querySelectorAll('fieldset [role=alert]')].map(({ textContent }) => textContent);

it('keeps how many I take on at once, without a word on when I am away', async () => {
  await show({ promiseDays: 3 });
  type(selects()[1], '4');
  await until(() => expect(server.kept.capacity).toBe(4));
  expect(server.sent).toEqual([{ promiseDays: 3, inPool: false, isNamed: false, capacity: 4 }]);
});

it('says beside each day what is wrong with it, keeps what is typed, and then keeps the days', async () => {
  await show({ promiseDays: 3 });
  act(() => button('Keep these days')?.click());
  expect(said()).toEqual(['Say which day is the first', 'Say which day is the last']);
  type(dates()[0], '2040-03-05');
  type(dates()[1], '2040-03-01');
  act(() => button('Keep these days')?.click());
  expect(said()).toEqual(['', 'The last day is the first one, or comes after it']);
  type(dates()[1], '2040-05-04');
  act(() => button('Keep these days')?.click());
  expect(said()).toEqual(['', 'At most 60 days']);
  // The server knows better still.
  type(dates()[1], '2040-03-09');
  server.refusal = { code: 'invalid', status: 422, title: 'No', errors: [{ path: 'away.from', message: 'Too far' }] };
  act(() => button('Keep these days')?.click());
  await until(() => expect(said()).toEqual(['Too far', '']));
  expect(dates().map(({ value }) => value)).toEqual(['2040-03-05', '2040-03-09']);
  server.refusal = null;
  act(() => button('Keep these days')?.click());
  await until(() => expect(host.textContent).toContain('You will be away: '));
  expect(server.sent.at(-1)).toEqual({
    ...{ promiseDays: 3, inPool: false, isNamed: false },
    away: { from: '2040-03-05', to: '2040-03-09' },
  });
});

it('takes the days back by a press, and leaves the focus there', async () => {
  await show({ away: { from: '2020-01-01', to: '2040-01-01' } });
  expect(host.textContent).toContain('You are away: ');
  act(() => button('I am here after all')?.click());
  await until(() => expect(dates()).toHaveLength(2));
  expect(server.sent).toEqual([{ promiseDays: null, inPool: false, isNamed: false, away: null }]);
  expect(document.activeElement?.tagName).toBe('FIELDSET');
});
