import {
  type Answer,
  type Endpoint,
  type EndpointName,
  type Endpoints,
  endpoints,
  type ProblemBody,
  problems,
  type Sent,
} from '@waymark/contract';
import { expect } from 'vitest';
import { openApiDocument } from '../src/http/openapi.js';
import { type Received, send } from './send.js';
import { pathOf, type TestApp } from './start.js';

export interface Asking {
  params?: Record<string, string>;
  query?: Record<string, string | number>;
  /** Sent as JSON; a text or buffer goes as it is. */
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Answered<N extends EndpointName> extends Received {
  /** What the schema made of a good answer. Asking for it of a problem fails the test. */
  body: Answer<Endpoints[N]>;
  /** Asking for it of a good answer fails the test. */
  problem: ProblemBody;
}

type Typed<N extends EndpointName> = { [P in keyof Sent<Endpoints[N]>]?: Sent<Endpoints[N]>[P] } & Pick<
  Asking,
  'headers'
>;

/** Somebody who calls the API: a stranger without a token, a member with one. */
export interface Client {
  app: TestApp;
  token?: string | undefined;
  cookie?: string | undefined;
  /** Any input, any answer; what every answer promises is checked on the way. */
  call<N extends EndpointName>(name: N, asking?: Asking): Promise<Answered<N>>;
  /** Input by the contract, and its answer; fails the test on a problem. */
  ok<N extends EndpointName>(name: N, asking?: Typed<N>): Promise<Answer<Endpoints[N]>>;
}

export function clientOf(app: TestApp, token?: string, cookie?: string): Client {
  const client: Client = {
    app,
    token,
    cookie,
    async call(name, asking = {}) {
      const endpoint = endpoints[name] as Endpoint;
      const isRaw = typeof asking.body === 'string' || asking.body instanceof Buffer;
      const body = asking.body === undefined || isRaw ? asking.body : JSON.stringify(asking.body);
      const query = new URLSearchParams(
        Object.entries(asking.query ?? {}).map(([key, value]): [string, string] => [key, String(value)]),
      );
      const received = await send(app.address, {
        method: endpoint.method,
        path: `${pathOf(name, asking.params)}${query.size > 0 ? `?${query}` : ''}`,
        headers: {
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(client.token && { authorization: `Bearer ${client.token}` }),
          ...(client.cookie && endpoint.cookies && { cookie: client.cookie }),
          ...asking.headers,
        },
        body: body as string | Buffer | undefined,
      });
      return checked(name, received);
    },
    async ok(name, asking) {
      return (await client.call(name, asking as Asking)).body;
    },
  };
  return client;
}

const described = openApiDocument('http://127.0.0.1') as {
  paths: Record<string, Record<string, { responses: object }>>;
};

/** What holds for every answer: its status is documented, a good one fits its schema, a problem is a valid one. */
function checked<N extends EndpointName>(name: N, received: Received): Answered<N> {
  const endpoint = endpoints[name] as Endpoint;
  const operation = described.paths[endpoint.path.replaceAll(/:(\w+)/g, '{$1}')]?.[endpoint.method.toLowerCase()];
  if (received.status !== 304)
    expect(Object.keys(operation?.responses ?? {}), `${name} documents its status`).toContain(String(received.status));
  expect(received.headers['content-security-policy']).toContain("default-src 'none'");
  if (received.status >= 400) checkProblem(received);
  return {
    ...received,
    get body() {
      expect(received.status, `${name}: ${received.text.slice(0, 1000)}`).toBeLessThan(400);
      if (endpoint.answer === null || received.status === 304) return undefined as Answered<N>['body'];
      return endpoint.answer.parse(JSON.parse(received.text)) as Answered<N>['body'];
    },
    get problem() {
      expect(received.status, `${name} was not refused`).toBeGreaterThanOrEqual(400);
      return checkProblem(received);
    },
  };
}

/** RFC 9457, our members, the id of the header, and nothing that says how the server is made. */
export function checkProblem({ status, headers, text }: Received): ProblemBody {
  expect(headers['content-type'], text.slice(0, 300)).toMatch(/^application\/problem\+json/);
  const problem = JSON.parse(text) as ProblemBody;
  expect(problems[problem.code], `the code “${problem.code}”`).toEqual([status, problem.title]);
  expect(problem).toMatchObject({
    status,
    type: `urn:waymark:problem:${problem.code}`,
    requestId: headers['x-request-id'],
  });
  const known = ['type', 'title', 'status', 'code', 'detail', 'errors', 'requestId', 'current'];
  expect(known).toEqual(expect.arrayContaining(Object.keys(problem)));
  expect(problem.requestId).toMatch(/^[0-9a-f-]{36}$/);
  expect(headers['cache-control']).toBe('no-store');
  expect(headers['x-powered-by']).toBeUndefined();
  expect(headers['x-content-type-options']).toBe('nosniff');
  // Only a 412 carries a whole document, as large as its owner made it.
  if (problem.current === undefined) expect(Buffer.byteLength(text)).toBeLessThanOrEqual(8192);
  expect(problem.errors?.length ?? 0).toBeLessThanOrEqual(20);
  for (const { path, message } of problem.errors ?? [])
    expect([typeof path, typeof message]).toEqual(['string', 'string']);
  expect(text).not.toMatch(/\bat \/|node_modules|node:internal|Mongo(ose|Server)?Error|\.ts:\d/);
  if (status === 429 || status === 503) expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  return problem;
}
