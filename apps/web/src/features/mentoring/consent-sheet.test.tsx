import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { Consent, GrantPreview } from '@waymark/contract';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ConsentSheet } from './consent-sheet';
import { sharingText } from './sharing.text';
import { sharingActsText } from './sharing-acts.text';

const { call } = vi.hoisted(() => ({ call: vi.fn<(name: string, input: { body?: unknown }) => Promise<unknown>>() }));
vi.mock('../../api/call', async (original) => ({ ...(await original<object>()), call, callRaw: call }));

const nothing: Consent = { progress: false, activity: false, notes: false, projects: false };
const text = sharingActsText.change;

function previewOf(consent: Consent): GrantPreview {
  return {
    isFollowed: true,
    privateProjects: 2,
    dashboard: {
      learner: { id: 'l', name: 'Lou Learner', handle: 'lou' },
      consent,
      cohort: null,
      sharedSince: '2026-11-01T00:00:00Z',
      lastViewedAt: null,
      since: { at: null, parts: [] },
      today: null,
      enrolment: null,
      attention: [],
      activity: consent.activity ? { days: [], items: [], weekStartsOn: null } : null,
      projects: consent.projects ? [] : null,
    },
  };
}

let root: Root;
let host: HTMLElement;
const onConfirm = vi.fn();
const button = () => host.querySelector<HTMLButtonElement>('button[type=submit]');
const until = (check: () => void) => act(() => vi.waitFor(check));
const submit = () => act(async () => host.querySelector('form')?.requestSubmit());
const tick = (label: string) =>
  act(async () => [...host.querySelectorAll('label')].find((each) => each.textContent === label)?.click());

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  call.mockReset();
  onConfirm.mockReset();
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
});

afterEach(() => {
  act(() => root.unmount());
  host.remove();
});

async function show(answer: (consent: Consent) => Promise<unknown>) {
  call.mockImplementation(async (name, input) => {
    if (name !== 'previewGrant') return { slug: 'backend', topics: [], choices: [], stages: [] };
    return answer((input.body as { consent: Consent }).consent);
  });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  await act(async () =>
    root.render(
      <QueryClientProvider client={client}>
        <ConsentSheet
          roadmap="backend"
          mentorNames={['Mira Mentor']}
          initial={nothing}
          grantId="g"
          onConfirm={onConfirm}
          busy={false}
        />
      </QueryClientProvider>,
    ),
  );
}

it('asks the server what would be seen, with each switch anew, and shows that', async () => {
  await show(async (consent) => previewOf(consent));
  await until(() => expect(host.textContent).toContain('Lou Learner does not share their activity with you.'));
  expect(host.textContent).toContain(sharingText.preview.hidden(2));
  expect(button()?.textContent).toBe(text.confirmNothing);
  await tick('Activity');
  await until(() => expect(host.textContent).toContain('No activity yet.'));
  expect(call).toHaveBeenLastCalledWith('previewGrant', {
    body: { roadmap: 'backend', consent: { ...nothing, activity: true }, grantId: 'g' },
    signal: expect.any(AbortSignal),
  });
  await submit();
  expect(onConfirm).toHaveBeenCalledExactlyOnceWith({ ...nothing, activity: true });
});

it('lets nobody agree to what they have not been shown yet', async () => {
  let answer: (preview: GrantPreview) => void = () => {};
  await show(
    (consent) =>
      new Promise((resolve) => {
        answer = () => resolve(previewOf(consent));
      }),
  );
  await submit();
  expect(onConfirm).not.toHaveBeenCalled();
  expect(button()?.getAttribute('aria-disabled')).toBe('true');
  await act(async () => answer(previewOf(nothing)));
  await until(() => expect(button()?.getAttribute('aria-disabled')).toBeNull());
  await submit();
  expect(onConfirm).toHaveBeenCalledTimes(1);
});

it('says when it could not be drawn, asks for no consent then, and can be tried again', async () => {
  let isBroken = true;
  await show(async (consent) => {
    if (isBroken) throw new Error('no');
    return previewOf(consent);
  });
  await until(() => expect(host.textContent).toContain(sharingText.preview.failed));
  await submit();
  expect(onConfirm).not.toHaveBeenCalled();
  isBroken = false;
  await act(async () =>
    [...host.querySelectorAll('button')].find((each) => each.textContent === sharingText.preview.retry)?.click(),
  );
  await until(() => expect(host.textContent).not.toContain(sharingText.preview.failed));
});

it('says that the same mentor sees more by something else', async () => {
  await show(async () => previewOf({ ...nothing, projects: true }));
  await until(() => expect(host.textContent).toContain(sharingText.preview.others(['Mira Mentor'])));
});
