import { act, StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type FailureCode, ProblemError } from '../../api/problem';
import { identitiesText } from './identities.text';
import { ProviderCallbackPage } from './provider-callback.page';

const { asked, answers, session, enter, notify } = vi.hoisted(() => ({
  asked: [] as unknown[],
  answers: [] as (() => Promise<unknown>)[],
  session: { status: 'stranger' },
  enter: vi.fn(),
  notify: vi.fn(),
}));

vi.mock('../../api/call', () => ({
  call: (...input: unknown[]) => {
    asked.push(input);
    return answers.shift()?.();
  },
}));
vi.mock('../../api/session', () => ({ useSession: () => session, signedIn: enter }));
vi.mock('../../ui/toast', () => ({ notify }));

const problem = (code: FailureCode, detail?: string) => () =>
  Promise.reject(new ProblemError({ code, status: 400, title: code, detail }));
const done = (purpose: 'sign-in' | 'link' | 'step-up', next: string) => () =>
  Promise.resolve({ purpose, next, signedIn: purpose === 'sign-in' ? { account: {} } : null });

let root: Root;
let host: HTMLElement;

beforeEach(() => {
  asked.length = 0;
  answers.length = 0;
  session.status = 'stranger';
  enter.mockClear();
  notify.mockClear();
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
});

afterEach(async () => {
  await act(async () => root.unmount());
  host.remove();
});

function Where() {
  const { pathname, hash } = useLocation();
  return <output>{pathname + hash}</output>;
}

const query = '?state=s&code=c';

async function comeBack(): Promise<void> {
  await act(async () =>
    root.render(
      <StrictMode>
        <MemoryRouter initialEntries={[`/sign-in/callback/oidc${query}`]}>
          <Routes>
            <Route path="sign-in/callback/:provider" element={<ProviderCallbackPage />} />
            <Route path="*" element={<Where />} />
          </Routes>
        </MemoryRouter>
      </StrictMode>,
    ),
  );
}

const said = () => host.textContent ?? '';
const hrefs = () => [...host.querySelectorAll('a')].map((link) => link.getAttribute('href'));
const sent = (body: object = {}) => ['finishIdentity', { params: { provider: 'oidc' }, body: { query, ...body } }];

async function giveCode(code: string): Promise<void> {
  const input = host.querySelector('input');
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, code);
    input?.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await act(async () => host.querySelector<HTMLButtonElement>('button[type=submit]')?.click());
}

it('hands over what it came back with once, signs in, and goes where it was meant to', async () => {
  answers.push(done('sign-in', '/projects#new'));
  await comeBack();
  expect(asked).toEqual([sent()]);
  expect(enter).toHaveBeenCalledOnce();
  expect(said()).toBe('/projects#new');
});

it.each(['link', 'step-up'] as const)('says what came of it: %s', async (purpose) => {
  session.status = 'member';
  answers.push(done(purpose, '/settings'));
  await comeBack();
  expect(enter).not.toHaveBeenCalled();
  expect(notify).toHaveBeenCalledWith({ text: identitiesText.done[purpose], tone: 'good' });
  expect(said()).toBe('/settings');
});

it('asks for the code of the second factor, again where it was wrong, and sends it with the same query', async () => {
  answers.push(problem('code-required'), problem('wrong-code'), done('sign-in', '/'));
  await comeBack();
  expect(said()).toContain(identitiesText.second);
  await giveCode('000000');
  expect(said()).toContain('This code is wrong');
  expect(host.querySelector('input')?.value).toBe('');
  await giveCode('123456');
  expect(asked).toEqual([sent(), sent({ code: '000000' }), sent({ code: '123456' })]);
  expect(said()).toBe('/');
});

it('asks for no further code once this way in is over', async () => {
  answers.push(problem('code-required'), problem('link-ended'));
  await comeBack();
  await giveCode('000000');
  expect(host.querySelector('input')).toBeNull();
  expect(said()).toContain('Begin again.');
  expect(hrefs()).toEqual(['/sign-in']);
});

it.each([
  ['bad-request', 'You turned back at School, so nothing has changed here.'],
  ['unavailable', 'School does not answer just now.'],
  ['email-unverified', 'School has not confirmed your address.'],
] as const)('tells in the words of the server what only it knows: %s', async (code, detail) => {
  answers.push(problem(code, detail));
  await comeBack();
  expect(host.querySelector('[role=alert]')?.textContent).toBe(detail);
  expect(document.activeElement?.tagName).toBe('H1');
});

it('leads members back to the settings, where they came from', async () => {
  session.status = 'member';
  answers.push(problem('identity-taken'));
  await comeBack();
  expect(said()).toContain('belongs to another account');
  expect(hrefs()).toEqual(['/settings#identities']);
});

it('offers to try again what never reached the server', async () => {
  answers.push(problem('offline'), done('sign-in', '/'));
  await comeBack();
  await act(async () => host.querySelector<HTMLButtonElement>('button')?.click());
  expect(asked).toEqual([sent(), sent()]);
  expect(said()).toBe('/');
});
