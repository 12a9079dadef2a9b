import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Env } from './env.js';

/** How long a Waymark that is just stopping may keep its port. */
const PATIENCE_MS = 3000;

/** The port is another program's. */
export class PortError extends Error {
  override name = 'PortError';
}

/** How long a client may take to send its headers, and the whole of a request; looked at each second. */
const TIMEOUTS = { headersTimeout: 5000, requestTimeout: 10_000, connectionsCheckingInterval: 1000 };

/** Listens, or throws a `PortError` that says what to do. */
export async function listen(
  env: Pick<Env, 'host' | 'port'>,
  handler: RequestListener,
  timeouts = TIMEOUTS,
): Promise<Server> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const server = createServer(timeouts, handler);
    try {
      server.listen(env.port, env.host);
      await once(server, 'listening');
      return server;
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code !== 'EADDRINUSE') throw new PortError(`Waymark cannot listen on ${env.host}:${env.port}: ${message}.`);
      if (Date.now() > deadline) throw new PortError(takenMessage(env));
      await delay(200);
    }
  }
}

/** Looks whether the port can be had, before anything that takes long is begun. */
export async function checkPort(env: Pick<Env, 'host' | 'port'>): Promise<void> {
  const server = await listen(env, () => undefined);
  server.close();
  await once(server, 'close');
}

function takenMessage({ host, port }: Pick<Env, 'host' | 'port'>): string {
  const other = port < 65_535 ? port + 1 : port - 1;
  return `Port ${port} on ${host} is used by another program. End that one, or choose another port: PORT=${other} npm start`;
}
