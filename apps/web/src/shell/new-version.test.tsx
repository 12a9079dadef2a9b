import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

type Worker = EventTarget & { postMessage: ReturnType<typeof vi.fn> };

let root: Root;
let host: HTMLElement;
let end: () => void;
let take: () => void;
let workers: EventTarget & { controller: object | null; register: ReturnType<typeof vi.fn> };
let registration: EventTarget & { waiting: Worker | null; installing: Worker | null; update: ReturnType<typeof vi.fn> };
const reload = vi.fn();
const settle = () => act(() => new Promise((resolve) => setTimeout(resolve)));
const isOffered = () => host.textContent === 'newer';
const worker = (): Worker => Object.assign(new EventTarget(), { postMessage: vi.fn() });

/** A page, of a worker or of the server itself. */
async function open(controller: object | null, waiting: Worker | null = null): Promise<void> {
  vi.resetModules();
  workers = Object.assign(new EventTarget(), { controller, register: vi.fn() });
  registration = Object.assign(new EventTarget(), {
    waiting,
    installing: null,
    update: vi.fn().mockResolvedValue(undefined),
  });
  workers.register.mockResolvedValue(registration);
  vi.stubGlobal('navigator', { serviceWorker: workers });
  const { offerNewVersions, takeNewVersion, useNewVersion } = await import('./new-version');
  take = takeNewVersion;
  const Offer = () => (useNewVersion() ? 'newer' : 'current');
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
  await act(async () => root.render(<Offer />));
  end = offerNewVersions();
  await settle();
}

/** A newer version was found, and is installed beside the one that runs. */
async function install(): Promise<Worker> {
  const newer = worker();
  registration.installing = newer;
  registration.dispatchEvent(new Event('updatefound'));
  registration.waiting = newer;
  await act(async () => void newer.dispatchEvent(new Event('statechange')));
  return newer;
}

const takenOver = () => act(async () => void workers.dispatchEvent(new Event('controllerchange')));

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('location', { reload });
  vi.stubEnv('PROD', true);
  reload.mockReset();
});
afterEach(() => {
  end();
  act(() => root.unmount());
  host.remove();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

it('offers a newer version, and takes it only when it is asked to', async () => {
  await open({});
  expect(isOffered()).toBe(false);
  const newer = await install();
  expect([isOffered(), newer.postMessage.mock.calls, reload.mock.calls]).toEqual([true, [], []]);
  take();
  expect([newer.postMessage.mock.calls, reload.mock.calls.length]).toEqual([[['take over']], 0]);
  await takenOver();
  expect(reload).toHaveBeenCalledTimes(1);
});

it('offers one that an earlier page has left waiting', async () => {
  await open({}, worker());
  expect(isOffered()).toBe(true);
});

it('says nothing of the first one, which replaces nobody', async () => {
  await open(null);
  await install();
  await takenOver();
  expect([isOffered(), reload.mock.calls]).toEqual([false, []]);
});

it('never loads a page anew in which somebody works, when another tab took the newer version', async () => {
  await open({});
  await takenOver();
  expect([isOffered(), reload.mock.calls]).toEqual([true, []]);
  take();
  expect(reload).toHaveBeenCalledTimes(1);
});

it('can be asked again when somebody called the load off', async () => {
  await open({});
  const newer = await install();
  take();
  await takenOver();
  take();
  expect([reload.mock.calls.length, newer.postMessage.mock.calls.length]).toEqual([2, 1]);
});

it('looks for a newer one when it is looked at, and no more when it has ended', async () => {
  await open({});
  const look = () => document.dispatchEvent(new Event('visibilitychange'));
  look();
  expect(registration.update).toHaveBeenCalledTimes(1);
  end();
  look();
  await takenOver();
  expect([registration.update.mock.calls.length, isOffered()]).toEqual([1, false]);
});

it('is at peace with a browser that has no workers, or will not have ours', async () => {
  await open({});
  workers.register.mockRejectedValue(new DOMException('Private window', 'SecurityError'));
  const { offerNewVersions } = await import('./new-version');
  offerNewVersions()();
  vi.stubGlobal('navigator', {});
  offerNewVersions()();
  await settle();
  expect(isOffered()).toBe(false);
});
