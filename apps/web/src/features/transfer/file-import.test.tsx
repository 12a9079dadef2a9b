import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ImportAnswer } from '@waymark/contract';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { call } from '../../api/call';
import { FileImport } from './file-import';
import type { OurFile } from './read-file';

vi.mock('../../api/call', () => ({ call: vi.fn() }));
vi.mock('../../step-up/use-step-up', () => ({
  useStepUp: () => ({ run: async (work: () => Promise<void>) => work().then(() => true), dialog: null }),
}));

const asked = vi.mocked(call) as unknown as ReturnType<typeof vi.fn>;
const file: OurFile = {
  kind: 'ours',
  formatVersion: 2,
  exportedAt: '2026-11-20T10:00:00.000Z',
  name: 'Ada',
  lists: { projects: Array.from({ length: 401 }, (_, id) => ({ id })) },
};
const id = 'abcdefabcdefabcdefabcdef';
const answer = (more: Partial<ImportAnswer> = {}): ImportAnswer => ({
  part: 'projects',
  counts: { added: 1, changed: 0, same: 0, refused: 0 },
  items: [{ title: 'Tale', change: 'added', from: null, to: null, why: null, differs: null }],
  ...more,
});

let root: Root;
const button = (name: string) => [...document.querySelectorAll('button')].find((each) => each.textContent === name);
const press = (name: string) => act(async () => button(name)?.click());
const calls = (name: string) => asked.mock.calls.filter(([asking]) => asking === name);

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  asked.mockReset().mockResolvedValue(answer());
  root = createRoot(document.body.appendChild(document.createElement('div')));
});

afterEach(() => {
  act(() => root.unmount());
  document.body.replaceChildren();
});

const show = () =>
  act(async () =>
    root.render(
      <QueryClientProvider client={new QueryClient()}>
        <FileImport file={file} hash="abc" />
      </QueryClientProvider>,
    ),
  );

it('looks at all of it first, and writes nothing until it is told to', async () => {
  await show();
  expect([calls('previewImport').length, calls('importPart').length]).toEqual([3, 0]);
  expect(document.querySelector('tbody tr')?.textContent).toBe('Projects3000');
  await press('Take it');
  expect(calls('importPart')).toHaveLength(3);
  expect(document.body.textContent).toContain('Everything that could be taken is here.');
  const keys = calls('importPart').map(([, { idempotencyKey }]) => idempotencyKey);
  expect(new Set(keys).size).toBe(3);
});

it('stops between two pieces, and goes on with the next one under the key that it had', async () => {
  await show();
  let release = () => {};
  asked.mockImplementation(() => new Promise((resolve) => (release = () => resolve(answer()))));
  await press('Take it');
  await press('Cancel');
  expect(document.body.textContent, 'what is on its way is waited for').not.toContain('You stopped.');
  await act(async () => release());
  expect(calls('importPart')).toHaveLength(1);
  expect(document.body.textContent).toContain('You stopped.');
  asked.mockResolvedValueOnce(answer()).mockRejectedValueOnce(new Error('gone')).mockResolvedValue(answer());
  await press('Go on');
  expect(document.querySelector('[role="alert"]')).not.toBeNull();
  await press('Go on');
  const keys = calls('importPart').map(([, { idempotencyKey }]) => idempotencyKey);
  expect(keys.map((key) => key.at(-1))).toEqual(['0', '1', '2', '2']);
  expect(keys[2]).toBe(keys[3]);
  expect(document.body.textContent).toContain('Everything that could be taken is here.');
});

it('asks what becomes of two that are not alike, and sends what was chosen', async () => {
  const item = { title: 'Tale', change: 'same' as const, from: null, to: null, why: 'Yours is newer', differs: id };
  asked.mockResolvedValue(answer({ counts: { added: 0, changed: 0, same: 1, refused: 0 }, items: [item] }));
  await show();
  const both = document.querySelector<HTMLInputElement>('input[value="both"]');
  expect(document.querySelector<HTMLInputElement>('input[value="mine"]')?.checked).toBe(true);
  await act(async () => both?.click());
  await press('Take it');
  expect(calls('importPart')[0]?.[1].body.keep).toEqual({ [id]: 'both' });
});

it('says when there is nothing to take', async () => {
  asked.mockResolvedValue(answer({ counts: { added: 0, changed: 0, same: 9, refused: 0 }, items: [] }));
  await show();
  expect(document.body.textContent).toContain('All of it is here already.');
  expect(button('Take it')).toBeUndefined();
});
