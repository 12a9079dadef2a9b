import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ProblemError } from '../../api/problem';
import { Toasts } from '../../ui/toast';
import { aReview } from './review.fixture';
import { VerdictForm } from './verdict-form';

interface Asked {
  name: string;
  input: { body?: unknown };
}

const { server } = vi.hoisted(() => ({
  server: { asked: [] as unknown[], snippets: [] as unknown[], answer: (_name: string): unknown => undefined },
}));
vi.mock('../../api/call', () => ({
  call: async (name: string, input: Asked['input'] = {}) => {
    server.asked.push({ name, input });
    const answer = server.answer(name);
    if (answer instanceof Error) throw answer;
    return answer;
  },
}));

const line = (topicId: string) => ({ roadmap: 'backend', topicId, verdict: null, text: '' });
const begun = { decision: null, text: '', topics: [line('http'), line('dns'), line('tls')], requirements: [] };
const titles: Record<string, string> = { http: 'HTTP', dns: 'DNS', tls: 'TLS' };

let root: Root;
let host: HTMLElement;
const until = (check: () => void) => act(() => vi.waitFor(check));
const sent = (name: string) => (server.asked as Asked[]).filter((each) => each.name === name);
const named = (name: string) => {
  const label = [...host.querySelectorAll('label')].find(({ textContent }) => textContent === name);
  return document.getElementById(label?.htmlFor ?? '') as HTMLTextAreaElement;
};
const errorOf = (name: string) => {
  const [told] = [named(name).getAttribute('aria-describedby') ?? ''].flatMap((ids) =>
    ids.split(' ').filter((id) => id.endsWith('-error')),
  );
  return told ? document.getElementById(told)?.textContent : undefined;
};
/** By what it is called. */
const button = (name: string) =>
  [...host.querySelectorAll('button')].find((each) => (each.ariaLabel ?? each.textContent) === name);
const press = async (name: string) => {
  await until(() => expect(button(name), name).toBeDefined());
  await act(async () => button(name)?.click());
};
const choose = (group: string, label: string) =>
  act(async () =>
    [...host.querySelectorAll<HTMLElement>(`fieldset[aria-label="${group}"] label`)]
      .find(({ textContent }) => textContent === label)
      ?.querySelector('input')
      ?.click(),
  );

function type(name: string, words: string): void {
  act(() => {
    const field = named(name);
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, words);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  server.asked.length = 0;
  server.snippets = [
    { id: 'a', title: 'Tests', text: 'Write one that fails first.' },
    { id: 'b', title: 'Long', text: 'x'.repeat(2000) },
  ];
  server.answer = (name) =>
    name === 'listSnippets'
      ? { items: server.snippets, nextCursor: null }
      : name === 'keepReviewDraft'
        ? { ...begun, version: 1, updatedAt: null }
        : aReview;
  const form = (
    <VerdictForm
      review={aReview}
      revision={1}
      begun={{ words: begun, version: 0 }}
      titleOf={(_, topicId) => titles[topicId] ?? topicId}
      requirementOf={(id) => id}
      onCarry={() => undefined}
    />
  );
  const client = new QueryClient({ defaultOptions: { queries: { retry: false }, mutations: { retry: false } } });
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
  act(() =>
    root.render(
      <QueryClientProvider client={client}>
        <MemoryRouter>{form}</MemoryRouter>
        <Toasts />
      </QueryClientProvider>,
    ),
  );
});

afterEach(() => {
  act(() => root.unmount());
  host.remove();
});

it('says at each topic that its sentence is missing, goes to the first, and loses nothing that was typed', async () => {
  await choose('HTTP', 'Met');
  type('A sentence on HTTP', 'Every status fits.');
  await choose('DNS', 'Partly');
  await choose('All in all', 'Approve');
  type('In your words', 'Sound.');
  expect(errorOf('A sentence on DNS')).toBeUndefined();
  await press('Approve it');
  expect(sent('giveVerdict')).toEqual([]);
  expect(errorOf('A sentence on HTTP')).toBeUndefined();
  expect(errorOf('A sentence on DNS')).toBe('Say at least one sentence on DNS, or leave it open.');
  expect(document.activeElement).toBe(named('A sentence on DNS'));
  expect(named('A sentence on HTTP').value).toBe('Every status fits.');
  expect(named('In your words').value).toBe('Sound.');

  type('A sentence on DNS', 'No record is looked up.');
  expect(errorOf('A sentence on DNS')).toBeUndefined();
  await press('Approve it');
  await until(() => expect(sent('giveVerdict')).toHaveLength(1));
  expect(sent('giveVerdict')[0]?.input.body).toEqual({
    decision: 'approved',
    text: 'Sound.',
    topics: [
      { roadmap: 'backend', topicId: 'http', verdict: 'met', text: 'Every status fits.' },
      { roadmap: 'backend', topicId: 'dns', verdict: 'partly', text: 'No record is looked up.' },
    ],
    requirements: [],
    revision: 1,
  });
});

it('does not send while words stand on a topic that was left open', async () => {
  await choose('TLS', 'Met');
  type('A sentence on TLS', 'The chain is right.');
  await choose('TLS', 'Open');
  await choose('All in all', 'Comment only');
  type('In your words', 'Sound.');
  await press('Send the comment');
  expect(errorOf('A sentence on TLS')).toMatch('what is left open is not sent');
  expect(sent('giveVerdict')).toEqual([]);
  type('A sentence on TLS', '');
  await press('Send the comment');
  await until(() => expect(sent('giveVerdict')).toHaveLength(1));
});

it('goes to the whole, then to what it is all in all', async () => {
  await press('Send it');
  expect(document.activeElement).toBe(named('In your words'));
  expect(errorOf('In your words')).toBe('Say at least one sentence.');
  type('In your words', 'Sound.');
  await press('Send it');
  const group = host.querySelector('fieldset[aria-label="All in all"]');
  expect(document.getElementById(group?.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
    'Choose what it is all in all.',
  );
  expect(group?.contains(document.activeElement)).toBe(true);
});

it('shows what the server says of a topic at that topic, whatever was left open before it', async () => {
  const errors = [{ path: 'topics.0.text', message: 'At most 2,000 characters' }];
  const refused = new ProblemError({ code: 'invalid', status: 422, title: 'Some values cannot be taken', errors });
  const answer = server.answer;
  server.answer = (name) => (name === 'giveVerdict' ? refused : answer(name));
  await choose('DNS', 'Met');
  type('A sentence on DNS', 'Long.');
  await choose('All in all', 'Approve');
  type('In your words', 'Sound.');
  await press('Approve it');
  await until(() => expect(errorOf('A sentence on DNS')).toBe('At most 2,000 characters'));
  expect(document.activeElement).toBe(named('A sentence on DNS'));
});

it('puts a snippet at the cursor of the field that was in use last, and the focus behind it', async () => {
  await press('Insert “Tests”');
  expect(named('In your words').value).toBe('Write one that fails first.');
  await choose('HTTP', 'Met');
  type('A sentence on HTTP', 'It holds, mostly.');
  act(() => {
    named('A sentence on HTTP').focus();
    named('A sentence on HTTP').setSelectionRange(8, 8);
    button('Insert “Tests”')?.focus();
  });
  await press('Insert “Tests”');
  const field = named('A sentence on HTTP');
  expect(field.value).toBe('It holds Write one that fails first., mostly.');
  expect(document.activeElement).toBe(field);
  expect(field.selectionEnd).toBe('It holds Write one that fails first.'.length);
  // What is sent is what is seen.
  await choose('All in all', 'Approve');
  await press('Approve it');
  await until(() => expect(sent('giveVerdict')).toHaveLength(1));
  expect(sent('giveVerdict')[0]?.input.body).toMatchObject({
    text: 'Write one that fails first.',
    topics: [{ text: 'It holds Write one that fails first., mostly.' }],
  });
});

it('puts no snippet where there is no room for it, and says so', async () => {
  await choose('HTTP', 'Met');
  type('A sentence on HTTP', 'It holds.');
  act(() => named('A sentence on HTTP').focus());
  await press('Insert “Long”');
  await until(() => expect(host.textContent).toContain('There is no room for “Long” there.'));
  expect(named('A sentence on HTTP').value).toBe('It holds.');
});

it('brings a deleted snippet back', async () => {
  await press('Delete the snippet “Tests”');
  await until(() => expect(sent('deleteSnippet')).toHaveLength(1));
  expect(document.activeElement?.textContent).toBe('Snippets');
  await press('Undo: Deleted: “Tests”');
  await until(() => expect(sent('createSnippet')).toHaveLength(1));
  expect(sent('createSnippet')[0]?.input.body).toEqual({ title: 'Tests', text: 'Write one that fails first.' });
});
