import { useSyncExternalStore } from 'react';

const lookEveryMs = 30 * 60_000;

/** The worker of a newer version, installed and waiting until it is wanted. */
let waiting: ServiceWorker | null = null;
/** Another tab has taken the newer version: the scripts of this page are the old one's. */
let isTaken = false;
let isWanted = false;
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

function watch(registration: ServiceWorkerRegistration): void {
  const look = () => {
    // Without a controller this page came from the server itself: the first worker replaces nobody.
    if (!registration.waiting || !navigator.serviceWorker.controller) return;
    waiting = registration.waiting;
    tell();
  };
  look();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', look);
  });
}

/** Keeps the pages on this device, and looks now and then for newer ones. Only the built client has a worker. */
export function offerNewVersions(): () => void {
  const workers = navigator.serviceWorker;
  if (!import.meta.env.PROD || !workers) return () => {};
  let hasController = workers.controller !== null;
  const taken = () => {
    // The first worker that this page gets is of its own version. A later one is not, however the page once came.
    if (!hasController) {
      hasController = true;
      return;
    }
    // Also where it is wanted: a reload that somebody calls off, to keep what they wrote, can be asked for again.
    isTaken = true;
    tell();
    if (isWanted) location.reload();
  };
  workers.addEventListener('controllerchange', taken);
  let registration: ServiceWorkerRegistration | undefined;
  const look = () => {
    if (document.visibilityState === 'visible') registration?.update().catch(() => {});
  };
  const timer = setInterval(look, lookEveryMs);
  document.addEventListener('visibilitychange', look);
  workers.register('/service-worker.js').then(
    (registered) => {
      registration = registered;
      watch(registered);
    },
    // Without one the pages want a connection, and nothing else is missing.
    () => {},
  );
  return () => {
    clearInterval(timer);
    workers.removeEventListener('controllerchange', taken);
    document.removeEventListener('visibilitychange', look);
  };
}

/** The reader says so: the newer version takes over, and this page is loaded by it. */
export function takeNewVersion(): void {
  isWanted = true;
  if (isTaken || !waiting) location.reload();
  else waiting.postMessage('take over');
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useNewVersion(): boolean {
  return useSyncExternalStore(subscribe, () => waiting !== null || isTaken);
}
