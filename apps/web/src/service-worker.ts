import { cleanupOutdatedCaches, matchPrecache, precacheAndRoute } from 'workbox-precaching';

interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Extendable {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}

/** As much of a worker's own scope as is used: the client is typed with that of a page. */
interface WorkerScope {
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
  addEventListener(type: 'activate', listener: (event: Extendable) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  registration: { active: unknown };
}

declare const self: WorkerScope;
/** The pages and scripts of this build, each with what tells it from another build's. */
declare const __BUILT__: { url: string; revision: string | null }[];

/** What the API answers, and where it says so itself, is nobody's to keep. */
const isServers = (path: string) => /^\/(api|mailbox\.|manifest)/.test(path);

// A new version waits, with all its scripts, until a page asks it to take over: those of the old one stay until then.
self.addEventListener('message', ({ data }) => {
  if (data === 'take over') void self.skipWaiting();
});
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

cleanupOutdatedCaches();
precacheAndRoute(__BUILT__, { cleanURLs: false, directoryIndex: '' });

// Every address of the client is its one page.
self.addEventListener('fetch', (event) => {
  const { pathname } = new URL(event.request.url);
  if (event.request.mode !== 'navigate' || isServers(pathname)) return;
  event.respondWith(matchPrecache('/index.html').then((kept) => kept ?? fetch(event.request)));
});
