import { once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterAll, expect, it, vi } from 'vitest';
import { createApp } from '../src/app.js';
import { listen } from '../src/listen.js';
import { checkProblem, clientOf } from './client.js';
import { send } from './send.js';
import { startApp } from './start.js';

const app = await startApp();
// As the product listens, but for the times: nobody has to wait ten seconds to see what happens after ten.
const patience = { headersTimeout: 300, requestTimeout: 600, connectionsCheckingInterval: 50 };
const server: Server = await listen({ host: '127.0.0.1', port: 0 }, createApp(app.deps).handler, patience);
const { port } = server.address() as AddressInfo;
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

/** Says `text` and then nothing, or a little each now and then; resolves with all that came back when it is hung up. */
async function speak(text: string, trickle?: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  // What is hung up on while it still speaks hears a reset.
  socket.on('error', () => undefined);
  socket.write(text);
  const timer = trickle === undefined ? undefined : setInterval(() => socket.write(trickle), 20);
  await once(socket, 'close');
  clearInterval(timer);
  return Buffer.concat(chunks).toString('utf8');
}

const head = 'POST /api/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';

it.each([
  ['says nothing after its first line', 'GET /api/roadmaps HTTP/1.1\r\n', undefined],
  ['trickles headers without end', 'GET /api/roadmaps HTTP/1.1\r\n', 'X-A: b\r\n'],
  ['sends half of a header', 'GET /api/roadmaps HTTP/1.1\r\nHost: ', undefined],
  ['promises a body and sends none', `${head}Content-Length: 100\r\n\r\n`, undefined],
  ['sends a body that never ends', `${head}Content-Length: 16000\r\n\r\n{`, ' '],
  ['sends a body in pieces without a last one', `${head}Transfer-Encoding: chunked\r\n\r\n`, '1\r\n \r\n'],
])('hangs up on who %s, and says why', async (_, text, trickle) => {
  expect(await speak(text, trickle)).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
  expect((await clientOf(app).call('readLiveness')).status).toBe(200);
});

it('gives five seconds for headers and ten for a request, where nobody says otherwise', async () => {
  const usual = await listen({ host: '127.0.0.1', port: 0 }, () => undefined);
  expect([usual.headersTimeout, usual.requestTimeout]).toEqual([5000, 10_000]);
  usual.close();
  await once(usual, 'close');
});

it('serves who is slow but comes to an end', async () => {
  const body = JSON.stringify({ email: 'nobody@example.org', password: 'x' });
  const socket = connect(port, '127.0.0.1');
  const answered = once(socket, 'data');
  socket.write(`${head}Content-Length: ${body.length}\r\n\r\n`);
  for (const letter of body) socket.write(letter);
  expect(String((await answered)[0])).toMatch(/^HTTP\/1\.1 401 Unauthorized\r\n/);
  socket.destroy();
});

it('tells the two hundred and first at once to come back, and serves again when there is room', async () => {
  const address = new URL(app.address);
  const waiting: Socket[] = [];
  for (let i = 0; i < 200; i += 1) {
    const socket = connect(Number(address.port), address.hostname);
    socket.on('error', () => undefined);
    socket.write(`${head}Content-Length: 100\r\n\r\n{`);
    waiting.push(socket);
  }
  const ask = () => send(app.address, { method: 'GET', path: '/api/roadmaps' });
  const isFull = async () => expect((await ask()).status).toBe(503);
  await vi.waitFor(isFull, { timeout: 10_000, interval: 20 });
  const refused = await Promise.all(Array.from({ length: 50 }, ask));
  for (const answer of refused) {
    expect(checkProblem(answer).code).toBe('unavailable');
    expect(answer.headers['retry-after']).toBe('1');
  }
  for (const socket of waiting.slice(0, 100)) socket.destroy();
  const hasRoom = async () => expect((await clientOf(app).call('readLiveness')).status).toBe(200);
  await vi.waitFor(hasRoom, { timeout: 10_000, interval: 20 });
  expect((await ask()).status).toBe(200);
  for (const socket of waiting) socket.destroy();
});
