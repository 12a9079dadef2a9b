import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { Grant, Project, Review } from '@waymark/contract';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ProblemError } from '../../api/problem';
import { ProjectReviews } from './project-reviews';
import { aProject, aReview, mira } from './review.fixture';

interface Asked {
  name: string;
  input: { body?: unknown; idempotencyKey?: string; ifMatch?: number };
}

const { server } = vi.hoisted(() => ({
  server: { asked: [] as unknown[], answer: (_name: string): unknown => undefined },
}));
vi.mock('../../api/call', () => ({
  call: async (name: string, input: Asked['input'] = {}) => {
    server.asked.push({ name, input });
    const answer = server.answer(name);
    if (answer instanceof Error) throw answer;
    return answer;
  },
}));
vi.mock('../../api/session', () => ({ useSession: () => ({ account: { id: 'lou' } }) }));

const consent = { progress: true, activity: true, notes: true, projects: true };
const known = { roadmap: 'backend', cohort: null, createdAt: '2026-11-01T00:00:00Z', lastViewedAt: null };
const told = { attention: [], lastActiveDay: null, pausedAt: null };
const grant: Grant = { id: 'g', mentor: mira, consent, ...known, ...told };

let root: Root;
let host: HTMLElement;
let client: QueryClient;
let answers: Record<string, unknown>;
const until = (check: () => void) => act(() => vi.waitFor(check));
/** What it says, sooner or later. */
const says = (words: string) => until(() => expect(host.textContent).toContain(words));
const sent = (name: string) => (server.asked as Asked[]).filter((each) => each.name === name);
const button = (label: string) => [...host.querySelectorAll('button')].find(({ textContent }) => textContent === label);
const press = async (label: string) => {
  await until(() => expect(button(label), label).toBeDefined());
  // What is on its way holds its button.
  await until(() => expect(button(label)?.getAttribute('aria-disabled')).not.toBe('true'));
  await act(async () => button(label)?.click());
};
const field = () => host.querySelector('textarea');

function type(words: string): void {
  act(() => {
    const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set;
    set?.call(field(), words);
    field()?.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

async function show({ project = aProject, isUnsaved = false }: { project?: Project; isUnsaved?: boolean } = {}) {
  act(() =>
    root.render(
      <QueryClientProvider client={client}>
        <MemoryRouter>
          <ProjectReviews project={project} isUnsaved={isUnsaved} />
        </MemoryRouter>
      </QueryClientProvider>,
    ),
  );
  await until(() => expect(host.querySelector('[aria-label=Loading]')).toBeNull());
}

const under = (review: Review, ...earlier: Review[]) => {
  answers.listProjectReviews = { items: [review, ...earlier], nextCursor: null };
  answers.readReview = review;
};

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  HTMLDialogElement.prototype.showModal ??= function open(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
    this.open = false;
  };
  server.asked.length = 0;
  answers = {
    listProjectReviews: { items: [], nextCursor: null },
    listGrants: { items: [grant], nextCursor: null },
    askForReview: aReview,
    readReview: aReview,
  };
  server.answer = (name) => answers[name];
  client = new QueryClient({ defaultOptions: { queries: { retry: false }, mutations: { retry: false } } });
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
});

afterEach(() => {
  act(() => root.unmount());
  host.remove();
  localStorage.clear();
});

it('asks the one mentor who sees my projects, and shows where it stands', async () => {
  await show();
  server.answer = (name) => {
    if (name === 'askForReview') under(aReview);
    return answers[name];
  };
  await press('Ask for a review');
  type('  Is the redirect sound? ');
  await press('Ask');
  const audience = { kind: 'mentor', mentorId: 'mira' };
  await says('Waiting for a reviewer');
  expect(sent('askForReview').map(({ input }) => input.body)).toEqual([
    { question: 'Is the redirect sound?', audience },
  ]);
  expect(field()).toBeNull();
  expect(button('Ask for a review')).toBeUndefined();
});

it('asks for another only once the last is over, and shows what was before', async () => {
  const over: Review = { ...aReview, id: 'over', state: 'withdrawn', ballWith: null, question: 'The one before?' };
  for (const open of [aReview, { ...aReview, state: 'parked' as const, ballWith: null }]) {
    under(open, over);
    client.clear();
    await show();
    await says('The one before?');
    for (const ask of ['Ask for a review', 'Ask for another review']) expect(button(ask)).toBeUndefined();
    expect(host.textContent).not.toContain('Nobody was asked yet.');
    act(() => root.render(null));
  }
  under(over);
  client.clear();
  await show();
  await until(() => expect(button('Ask for another review')).toBeDefined());
});

it.each(['listProjectReviews', 'readReview'])('says that it could not be loaded: %s', async (name) => {
  under(aReview);
  answers[name] = new Error('gone');
  await show();
  await says('The reviews of this project could not be loaded');
});

it('asks nobody without a question, and says so at the field', async () => {
  await show();
  await press('Ask for a review');
  expect(field()?.getAttribute('aria-invalid')).toBeNull();
  type('   ');
  await press('Ask');
  expect(sent('askForReview')).toEqual([]);
  await says('Ask something that they can answer');
  expect(document.activeElement).toBe(field());
  type('x'.repeat(2003));
  await says('leave out 3');
});

it('tells what is missing before it is known whom one can ask, and is not sent before', async () => {
  await show();
  let arrive = (_grants: unknown) => {};
  answers.listGrants = new Promise((resolve) => {
    arrive = resolve;
  });
  await press('Ask for a review');
  await press('Ask');
  await says('Ask something that they can answer');
  type('Is it sound?');
  expect(button('Ask')?.getAttribute('aria-disabled')).toBe('true');
  arrive({ items: [grant], nextCursor: null });
  await press('Ask');
  await until(() => expect(sent('askForReview')).toHaveLength(1));
});

it('keeps what was typed when it is closed, and when it could not be sent; sent again, it is the same wish', async () => {
  answers.askForReview = new ProblemError({ code: 'offline', status: 0, title: 'Away' });
  await show();
  await press('Ask for a review');
  type('Is it sound?');
  await press('Not now');
  await press('Ask for a review');
  expect(field()?.value).toBe('Is it sound?');
  await press('Ask');
  await until(() => expect(host.querySelector('[role=alert]')?.textContent).toContain('Nobody was asked'));
  expect(field()?.value).toBe('Is it sound?');
  await press('Ask');
  await until(() => expect(sent('askForReview')).toHaveLength(2));
  const [first, second] = sent('askForReview').map(({ input }) => input.idempotencyKey);
  expect(second).toBe(first);
  type('Is it really sound?');
  await press('Ask');
  await until(() => expect(sent('askForReview')).toHaveLength(3));
  expect(sent('askForReview')[2]?.input.idempotencyKey).not.toBe(first);
});

it('keeps what was typed when the page is left, for this project, until it was asked', async () => {
  const words = 'The question that you began is kept in this browser';
  const leave = () => act(() => root.render(null));
  answers.askForReview = new ProblemError({ code: 'offline', status: 0, title: 'Away' });
  await show();
  expect(host.textContent).not.toContain(words);
  await press('Ask for a review');
  type('Is it sound?');
  await press('Ask');
  await until(() => expect(sent('askForReview')).toHaveLength(1));
  leave();
  await show({ project: { ...aProject, id: 'another' } });
  expect(host.textContent).not.toContain(words);
  leave();
  await show();
  await says(words);
  await press('Ask for a review');
  expect(field()?.value).toBe('Is it sound?');
  answers.askForReview = aReview;
  await press('Ask');
  await until(() => expect(sent('askForReview')).toHaveLength(2));
  await until(() => expect(field()).toBeNull());
  // It may have arrived before: the same wish.
  const [first, second] = sent('askForReview').map(({ input }) => input.idempotencyKey);
  expect(second).toBe(first);
  leave();
  client.clear();
  await show();
  await press('Ask for a review');
  expect(field()?.value).toBe('');
});

it('chooses no stranger for somebody: where there is no mentor, whoever asks the pool says so', async () => {
  answers.listGrants = { items: [], nextCursor: null };
  await show();
  await press('Ask for a review');
  await says('None of your mentors sees your projects yet');
  type('Is it sound?');
  await press('Ask');
  expect(sent('askForReview')).toEqual([]);
  await says('Choose whom you ask');
  act(() => host.querySelector<HTMLInputElement>('input[type=radio]')?.click());
  await press('Ask');
  await until(() => expect(sent('askForReview')[0]?.input.body).toMatchObject({ audience: { kind: 'pool' } }));
});

it('offers no review of what only its learner sees', async () => {
  await show({ project: { ...aProject, visibility: 'private' } });
  await says('Only you see this project.');
  expect(button('Ask for a review')).toBeUndefined();
});

it('tells of what is not saved, where something would be shown', async () => {
  const words = 'What you typed last is not saved yet.';
  await show({ isUnsaved: true });
  expect(host.textContent).toContain(words);
  await show();
  expect(host.textContent).not.toContain(words);
});

it('says that the project has changed since, and shows it again under the version that was seen', async () => {
  under({ ...aReview, version: 4 });
  answers.resubmit = { ...aReview, version: 5 };
  await show();
  await says('Nothing has changed here since revision 1.');
  await show({ project: { ...aProject, summary: 'Tested' } });
  await says('This has changed since revision 1.');
  await press('Show it as it is now');
  await until(() => expect(sent('resubmit').map(({ input }) => input.ifMatch)).toEqual([4]));
});

it('says at which revision it was approved, and which one it is now', async () => {
  const approved: Review = { ...aReview, id: 'before', state: 'approved', revision: 3, ballWith: null };
  under({ ...aReview, revision: 5 }, approved);
  await show();
  await says('Approved at revision 3, now at 5.');
  under(approved);
  await act(() => client.invalidateQueries());
  await until(() => expect(host.textContent).not.toContain('Approved at revision 3, now'));
  await until(() => expect(button('Ask for another review')).toBeDefined());
});

it('asks once more before it is withdrawn', async () => {
  under(aReview);
  answers.withdrawReview = { ...aReview, state: 'withdrawn', ballWith: null };
  await show();
  await press('Withdraw it');
  expect(sent('withdrawReview')).toEqual([]);
  await press('Withdraw');
  await until(() => expect(sent('withdrawReview')).toHaveLength(1));
});

it('lets others be asked once the promise is over, but not the same again', async () => {
  under(aReview);
  await show();
  expect(button('Ask somebody else')).toBeUndefined();
  under({ ...aReview, abilities: { ...aReview.abilities, ask: true } });
  answers.askSomeoneElse = { ...aReview, audience: { kind: 'pool' } };
  await act(() => client.invalidateQueries());
  await press('Ask somebody else');
  const radios = () => [...host.querySelectorAll<HTMLInputElement>('dialog input[type=radio]')];
  await until(() => expect(radios()).toHaveLength(2));
  act(() => radios()[0]?.click());
  await press('Ask them');
  await says('They are asked already');
  act(() => radios()[1]?.click());
  await press('Ask them');
  await until(() =>
    expect(sent('askSomeoneElse').map(({ input }) => input.body)).toEqual([{ audience: { kind: 'pool' } }]),
  );
});
