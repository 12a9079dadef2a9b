import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { Meeting } from '@waymark/contract';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ProblemError } from '../../api/problem';
import { Agenda } from './agenda';
import { Agreed } from './agreed';
import { useMeeting } from './meetings.queries';
import { lineOf, sheetOf } from './sheet.fixture';

const { server } = vi.hoisted(() => ({
  server: { sheet: null as unknown as Meeting, refusal: null as object | null },
}));
type Body = { base: number; lines?: { id?: string; isDone: boolean; text: string | null }[]; actions?: object[] };

/** Holds to versions as the server does. */
vi.mock('../../api/call', () => ({
  call: async (name: string, { body }: { body?: Body }) => {
    const { sheet } = server;
    if (name === 'listMeetings') return { items: [], nextCursor: null };
    if (!body) return sheet;
    if (server.refusal) throw new ProblemError(server.refusal as ConstructorParameters<typeof ProblemError>[0]);
    const part = body.lines ? 'agenda' : 'actions';
    if (body.base !== sheet[part].version) {
      throw new ProblemError({ code: 'stale', status: 412, title: 'Changed', current: sheet });
    }
    const version = body.base + 1;
    const named = (each: object, n: number) => ({ id: `made-${version}-${n}`, ...each });
    const lines = body.lines?.map((each, n) => ({ ...lineOf(`made-${version}-${n}`), ...each }));
    const actions = { items: (body.actions ?? []).map(named), version };
    server.sheet = { ...sheet, ...(lines ? { agenda: { lines, more: 0, version } } : { actions }) } as Meeting;
    return server.sheet;
  },
}));

let root: Root;
let host: HTMLElement;
const until = (check: () => void) => act(() => vi.waitFor(check));
const lines = () => [...host.querySelectorAll('section[aria-labelledby=agenda] li label')].map((li) => li.textContent);
const button = (name: string) =>
  [...host.querySelectorAll('button')].find((each) => (each.ariaLabel ?? each.textContent) === name);
const press = (name: string) => {
  button(name)?.focus();
  act(() => button(name)?.click());
};
const kept = () => server.sheet.agenda.lines.map(({ text, isDone }) => `${text}${isDone ? ' ✓' : ''}`);

function Drawn() {
  const meeting = useMeeting('sheet').data;
  return (
    meeting && (
      <>
        <Agenda meeting={meeting} roadmap={undefined} />
        <Agreed meeting={meeting} roadmap={undefined} />
      </>
    )
  );
}

function type(labelled: string, words: string): void {
  const label = [...host.querySelectorAll('label')].find((each) => each.textContent === labelled);
  const field = document.getElementById(label?.htmlFor ?? '') as HTMLInputElement;
  const set = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set;
  act(() => {
    set?.call(field, words);
    field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
  });
}

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  Object.assign(server, { sheet: sheetOf(['a', 'b', 'c'].map((id) => lineOf(id, { by: null }))), refusal: null });
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  act(() =>
    root.render(
      <QueryClientProvider client={client}>
        <MemoryRouter>
          <Drawn />
        </MemoryRouter>
      </QueryClientProvider>,
    ),
  );
  await until(() => expect(lines()).toHaveLength(3));
});
afterEach(() => {
  act(() => root.unmount());
  host.remove();
});

it('moves a line up and down, and leaves the focus on its button, also at the end', async () => {
  press('Move down: Line b');
  await until(() => expect(kept()).toEqual(['Line a', 'Line c', 'Line b']));
  expect(document.activeElement).toBe(button('Move down: Line b'));
  expect(button('Move down: Line b')?.ariaDisabled).toBe('true');
  press('Move down: Line b');
  press('Move up: Line b');
  await until(() => expect(kept()).toEqual(['Line a', 'Line b', 'Line c']));
  press('Remove: Line a');
  await until(() => expect(kept()).toEqual(['Line b', 'Line c']));
  expect(document.activeElement?.textContent).toBe('To talk about');
});

it('keeps what the other did meanwhile', async () => {
  const { agenda } = server.sheet;
  const theirs = [...agenda.lines.slice(1), lineOf('d')].map((line) =>
    line.id === 'c' ? { ...line, isDone: true } : line,
  );
  server.sheet = { ...server.sheet, agenda: { lines: theirs, more: 0, version: 3 } };
  const [, box] = host.querySelectorAll<HTMLInputElement>('section[aria-labelledby=agenda] input[type=checkbox]');
  act(() => box?.click());
  await until(() => expect(kept()).toEqual(['Line b ✓', 'Line c ✓', 'Line d']));
});

it('tells what is wrong beside the field, and keeps what was typed', async () => {
  press('Add');
  expect(host.querySelector('section[aria-labelledby=agenda] [role=alert]')?.textContent).toBe(
    'Write what it is about',
  );
  type('Add a line', 'One more');
  server.refusal = { code: 'meeting-closed', status: 409, title: 'Closed' };
  press('Add');
  await until(() => expect(host.querySelector('[role=alert]')?.textContent).toContain('This meeting is over'));
  const field = host.querySelector<HTMLInputElement>('section[aria-labelledby=agenda] form input');
  expect([field?.value, lines()]).toEqual(['One more', ['Line a', 'Line b', 'Line c']]);
  server.refusal = null;
  press('Add');
  await until(() => expect(kept().at(-1)).toBe('One more'));
  await until(() => expect(field?.value).toBe(''));
});

it('agrees on something about a project, and shows its title', async () => {
  type('What is to be done', 'Write the tests');
  type('Project (optional)', 'p1');
  press('Agree on it');
  await until(() => expect(server.sheet.actions.items).toMatchObject([{ what: 'Write the tests', projectId: 'p1' }]));
  await until(() =>
    expect(host.querySelector('section[aria-labelledby=agreed] li')?.textContent).toContain('Link shortener'),
  );
});
