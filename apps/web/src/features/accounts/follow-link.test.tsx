import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ProblemError } from '../../api/problem';
import { byMail } from './by-mail.text';
import { KeepPage, ResetPage, VerifyPage } from './follow-link.page';

type Asked = [name: string, input: { body: { token: string; password?: string } }];

const { asked, answers, session, forgotten } = vi.hoisted(() => ({
  asked: [] as unknown[],
  answers: [] as (() => Promise<unknown>)[],
  session: { status: 'stranger' },
  forgotten: vi.fn(),
}));

vi.mock('../../api/call', () => ({
  call: (...input: unknown[]) => {
    asked.push(input);
    return (answers.shift() ?? (() => Promise.resolve()))();
  },
}));
vi.mock('../../api/session', () => ({
  useSession: () => session,
  accountChanged: () => {},
  forgetMember: forgotten,
}));

const problem = (code: 'link-ended' | 'wrong-credentials', status: number) => () =>
  Promise.reject(new ProblemError({ code, status, title: code }));

let root: Root;
let host: HTMLElement;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  asked.length = 0;
  answers.length = 0;
  session.status = 'stranger';
  forgotten.mockClear();
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
});

afterEach(async () => {
  await act(async () => root.unmount());
  host.remove();
});

async function open(page: 'reset' | 'verify' | 'keep'): Promise<void> {
  const element = { reset: <ResetPage />, verify: <VerifyPage />, keep: <KeepPage /> }[page];
  await act(async () =>
    root.render(
      <MemoryRouter initialEntries={[`/${page}/the-token`]}>
        <Routes>
          <Route path={`${page}/:token`} element={element} />
        </Routes>
      </MemoryRouter>,
    ),
  );
}

const said = () => host.textContent ?? '';
const field = () => host.querySelector('input');

async function press(): Promise<void> {
  await act(async () => host.querySelector<HTMLButtonElement>('button[type=submit]')?.click());
}

async function type(text: string): Promise<void> {
  const input = field();
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
    input?.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

it('does nothing when it is opened, and uses the link by its button', async () => {
  await open('keep');
  expect(asked).toEqual([]);
  await press();
  expect(asked).toEqual([['keepAccount', { body: { token: 'the-token' } }]]);
  expect(said()).toContain(byMail.keep.doneTitle);
  expect(document.activeElement?.tagName).toBe('H1');
});

it('says of an ended link where a new one comes from', async () => {
  answers.push(problem('link-ended', 422));
  await open('reset');
  await type('a good sentence');
  await press();
  expect(said()).toContain(byMail.reset.ended);
  expect(host.querySelector('a[href="/forgot"]')).not.toBeNull();
  expect(field()).toBeNull();
});

it('sends no empty password, and marks the field', async () => {
  await open('reset');
  await press();
  expect(asked).toEqual([]);
  expect(field()?.getAttribute('aria-invalid')).toBe('true');
  expect(document.activeElement).toBe(field());
});

it('forgets who is signed in here after a new password, since all sessions have ended', async () => {
  session.status = 'member';
  await open('reset');
  await type('a good sentence');
  await press();
  expect(said()).toContain(byMail.reset.doneTitle);
  expect(forgotten).toHaveBeenCalledOnce();
});

it('asks for the password of the sign-up once the server wants it, and not before', async () => {
  answers.push(problem('wrong-credentials', 401), problem('wrong-credentials', 401));
  await open('verify');
  expect(field()).toBeNull();
  await press();
  expect(field()).not.toBeNull();
  expect(said()).not.toContain(byMail.verify.wrong);
  await type('not it');
  await press();
  expect(said()).toContain(byMail.verify.wrong);
  await type('the right one');
  await press();
  expect((asked as Asked[]).map(([, { body }]) => body.password)).toEqual([undefined, 'not it', 'the right one']);
  expect(said()).toContain(byMail.verify.doneTitle);
});
