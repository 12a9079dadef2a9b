import { Agent, type IncomingHttpHeaders, request } from 'node:http';

export interface Sent {
  method: string;
  /** As it goes over the wire: nothing is normalised, so that broken addresses can be sent. */
  path: string;
  headers?: Record<string, string> | undefined;
  body?: string | Buffer | undefined;
}

export interface Received {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 100 });

/** One request as it is. `fetch` would mend the path and keep some headers to itself. */
export function send(address: string, { method, path, headers = {}, body }: Sent): Promise<Received> {
  const { hostname, port } = new URL(address);
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const asked = request({ agent, hostname, port, method, path, headers: { ...length, ...headers } }, (res) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      // A stream of events has no end: its first words will do.
      if (res.headers['content-type'] === 'text/event-stream') res.once('data', () => res.destroy());
      res.on('close', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status: res.statusCode ?? 0, headers: res.headers, text });
      });
      res.on('error', reject);
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

/** Closes what was kept alive, so that the server can close too. */
export function closeConnections(): void {
  agent.destroy();
}
