import { once } from 'node:events';
import type { Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

/** Time in which a load balancer reads "not ready" and looks elsewhere. */
const READINESS_MS = 2000;
/** From the signal on: requests that still run are cut off then, so that the database has time to close within ten. */
const REQUESTS_END_MS = 8000;
const EXIT_MS = 9800;

interface Running {
  server: Server;
  /** Readiness turns 503 and streams are told. */
  stopping(): void;
  closeDatabase(patienceMs: number): Promise<void>;
  /** Nobody balances load here (a terminal, development): do not wait for them. */
  isHasty: boolean;
}

/** Announces the stop, lets requests end, closes the database. Takes ten seconds at most, and a moment when idle. */
export async function stopGracefully({ server, stopping, closeDatabase, isHasty }: Running): Promise<void> {
  const begun = Date.now();
  const left = (until: number) => Math.max(0, begun + until - Date.now());
  stopping();
  if (!isHasty) await delay(READINESS_MS);
  const closed = once(server, 'close');
  // A client that sends one request after another on its connection would keep it, and us, until the cut-off.
  server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
  server.close();
  server.closeIdleConnections();
  const cutOff = setTimeout(() => server.closeAllConnections(), left(REQUESTS_END_MS));
  await closed;
  clearTimeout(cutOff);
  await Promise.race([closeDatabase(left(EXIT_MS - 500)), delay(left(EXIT_MS), undefined, { ref: false })]);
}
