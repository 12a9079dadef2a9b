import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { MemoryRouter, useLocation } from 'react-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FindDialog } from './find-dialog';

const { asked, session } = vi.hoisted(() => {
  // The theme asks for it as soon as it is loaded.
  Object.assign(globalThis, { matchMedia: () => ({ matches: false, addEventListener() {} }) });
  return { asked: [] as string[], session: { status: 'member', account: {} as object | null } };
});
const note = (topicId: string, title: string, text: string) => ({ roadmap: 'backend', topicId, title, text });

vi.mock('../api/session', () => ({ useSession: () => session }));
vi.mock('../api/call', () => ({
  call: async (name: string, { query = {} }: { query?: { cursor?: string } } = {}) => {
    asked.push(name);
    if (name !== 'listNotes') return { items: [], nextCursor: null };
    if (!query.cursor) return { items: [note('http', 'HTTP', 'Idempotent means twice is once.')], nextCursor: 'more' };
    return { items: [note('tls', 'TLS', '# Handshake\n\nThe client offers ciphers.')], nextCursor: null };
  },
}));

let root: Root;
let host: HTMLElement;
const at = vi.fn();
function Address() {
  at(useLocation().pathname);
  return null;
}
const settle = () => act(() => new Promise((resolve) => setTimeout(resolve)));
const options = () => [...host.querySelectorAll<HTMLElement>('[role=option]')].map((each) => each.textContent);

async function open(): Promise<void> {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  await act(async () =>
    root.render(
      <MemoryRouter>
        <QueryClientProvider client={client}>
          <Address />
          <FindDialog onClose={() => {}} />
        </QueryClientProvider>
      </MemoryRouter>,
    ),
  );
  await settle();
  await settle();
}

async function type(words: string): Promise<void> {
  const field = host.querySelector('input') as HTMLInputElement;
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, words);
  await act(async () => void field.dispatchEvent(new Event('input', { bubbles: true })));
}

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  HTMLDialogElement.prototype.showModal = vi.fn();
  HTMLDialogElement.prototype.close = vi.fn();
  asked.length = 0;
  Object.assign(session, { status: 'member', account: { id: 'a', role: 'member' } });
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
});
afterEach(() => {
  act(() => root.unmount());
  host.remove();
});

it('finds my notes by what is written in them, all pages of them, and opens their topic', async () => {
  await open();
  await type('idempotent');
  expect(options()).toEqual(['My notes on HTTPIdempotent means twice is once.']);
  await type('ciphers');
  expect(options()).toEqual(['My notes on TLS# Handshake']);
  await act(async () => host.querySelector<HTMLElement>('[role=option]')?.click());
  expect(at).toHaveBeenLastCalledWith('/roadmaps/backend/topics/tls');
});

it('asks for no notes where nobody is signed in', async () => {
  Object.assign(session, { status: 'stranger', account: null });
  await open();
  expect(asked).not.toContain('listNotes');
  await type('idempotent');
  expect(options()).toEqual([]);
});
