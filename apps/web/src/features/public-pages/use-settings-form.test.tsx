import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { PublicPageSettings } from '@waymark/contract';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepToken } from '../../api/token';
import { useSettingsForm } from './use-settings-form';

const fetched = vi.fn<(path: string, init: RequestInit & { headers: Headers }) => Promise<Response>>();
const sections = { roadmaps: ['backend'], proof: true, calendar: false, projects: [] };
const loaded: PublicPageSettings = { isPublic: false, about: 'Mine', sections, version: 3 };
const theirs: PublicPageSettings = { ...loaded, about: 'Theirs', version: 4 };

function answer(status: number, body: unknown): Response {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });
}

const stale = () => answer(412, { code: 'stale', status: 412, title: 'It changed', current: theirs, requestId: 'r' });
const sent = (at: number) => {
  const [path, init] = fetched.mock.calls[at] ?? [];
  return { path, ifMatch: init?.headers.get('if-match'), body: JSON.parse(String(init?.body)) };
};

let root: Root;

/** The hook as a page has it: `current` is what it last gave. */
function start(): { current: ReturnType<typeof useSettingsForm> } {
  const client = new QueryClient({ defaultOptions: { mutations: { retry: false } } });
  const result = {} as { current: ReturnType<typeof useSettingsForm> };
  function Page() {
    result.current = useSettingsForm(loaded);
    return null;
  }
  root = createRoot(document.createElement('div'));
  act(() =>
    root.render(
      <QueryClientProvider client={client}>
        <Page />
      </QueryClientProvider>,
    ),
  );
  return result;
}

const until = (check: () => void) => act(() => vi.waitFor(check));

beforeEach(() => {
  fetched.mockReset();
  vi.stubGlobal('fetch', fetched);
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  keepToken('token', 900);
});

afterEach(() => act(() => root.unmount()));

it('saves the draft under the version that it was made from', async () => {
  const form = start();
  fetched.mockResolvedValueOnce(answer(200, { ...loaded, isPublic: true, version: 4 }));
  expect(form.current.isDirty).toBe(false);
  act(() => form.current.setDraft({ ...form.current.draft, isPublic: true }));
  expect(form.current.isDirty).toBe(true);
  act(() => form.current.save());
  await until(() => expect(form.current.isDirty).toBe(false));
  const { version: _, ...choices } = loaded;
  expect(sent(0)).toEqual({ path: '/api/me/public-page', ifMatch: '"3"', body: { ...choices, isPublic: true } });
});

it('keeps the draft where another device saved first, and can save it over theirs', async () => {
  const form = start();
  fetched.mockResolvedValueOnce(stale());
  act(() => form.current.save());
  await until(() => expect(form.current.stale).toEqual(theirs));
  expect(form.current.draft.about).toBe('Mine');
  expect(form.current.failure).toBeNull();
  fetched.mockResolvedValueOnce(answer(200, { ...loaded, version: 5 }));
  act(() => form.current.save(4));
  await until(() => expect(form.current.stale).toBeNull());
  expect(sent(1)).toMatchObject({ ifMatch: '"4"', body: { about: 'Mine' } });
});

it('can take what the other device saved', async () => {
  const form = start();
  fetched.mockResolvedValueOnce(stale());
  act(() => form.current.save());
  await until(() => expect(form.current.stale).toEqual(theirs));
  act(() => form.current.takeTheirs(theirs));
  expect(form.current.draft.about).toBe('Theirs');
  await until(() => expect(form.current.stale).toBeNull());
});
