import type { Answer, Endpoint, Parsed } from '@waymark/contract';
import type { Request, Response, Router } from 'express';
import { z } from 'zod';
import type { Deps } from '../deps.js';
import { addressKey } from './address-key.js';
import { readBody, readQuery, readUpload } from './body.js';
import { requestIdOf } from './log.js';
import { fingerprintOf, readIdempotencyKey, runOnce } from './once.js';
import { checkOrigin } from './origin.js';
import { parse } from './parse.js';
import { Precompressed } from './precompressed.js';
import { Problem, problemOf, sendProblem } from './problem.js';
import { etagOf, Reply } from './reply.js';
import { goneOf, mediaTypeOf, stream } from './stream.js';
import { type Admission, findViewer, refused, type Viewer } from './viewer.js';

/** Where a request comes from. */
export interface Client {
  /** IPv6 by /64. */
  address: string;
  /** What the client says of itself. */
  device: string;
  cookies: ReadonlyMap<string, string>;
  /** The `Host` that it asked for. */
  host: string;
  /** It is on this very machine: no proxy in between, no other machine. */
  isLocal: boolean;
}

/** What a handler is given: everything parsed, and who asks. It never sees request or response. */
export type Call<E extends Endpoint> = Parsed<E> & {
  /** Set on every endpoint but those for `anyone`. */
  viewer: Viewer;
  /** For those for `anyone`: who asks, if their session proves it. */
  findViewer: () => Promise<Viewer | undefined>;
  now: Date;
  /** The zone of a `Time-Zone` header, where there was one. */
  timeZone: string | undefined;
  /** The version of `If-Match`; always there where the endpoint wants it. */
  ifMatch: number;
  /** Names this operation: the `Idempotency-Key`, or the request's own id. */
  operationId: string;
  client: Client;
  /** The file that is sent, where the endpoint takes one; not read before somebody asks for it. */
  readUpload: () => Promise<Buffer>;
  /** The last event that a client which comes back has had. */
  lastEventId: string | undefined;
  /** Ends what has no end of its own: the client is gone. */
  gone: AbortSignal;
};

/** Beside the answer itself: one that was written out before, or one that is written piece by piece. */
type Written = Precompressed | Reply<AsyncIterable<string | Uint8Array>>;

export type Handler<E extends Endpoint> = (call: Call<E>) => Promise<Answer<E> | Reply<Answer<E>> | Written>;
export type Handlers<G extends Record<string, Endpoint>> = { [N in keyof G]: Handler<G[N]> };

const defaultBodyLimit = 64 * 1024;
/** Where an endpoint says nothing of a query or body, it takes none. */
const nothing = z.strictObject({});

/** Mounts a feature's handlers on its endpoints: admission, validation, answer and failure are all in here. */
export function mount<G extends Record<string, Endpoint>>(
  router: Router,
  group: G,
  handlers: Handlers<G>,
  deps: Deps,
  admission: Admission,
): void {
  for (const [name, endpoint] of Object.entries(group)) {
    const method = endpoint.method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete';
    // Each was typed by its own endpoint; here they are treated alike.
    const handler = handlers[name] as unknown as Handler<Endpoint>;
    router[method](endpoint.path, async (req: Request, res: Response) => {
      res.locals.route = endpoint.path;
      try {
        const call = await readCall(endpoint, req, res, deps, admission);
        await send(endpoint, await run(endpoint, handler, call, req, deps), req, res);
      } catch (error) {
        fail(error, res, deps);
      }
    });
  }
}

/** The last word on any failure: a problem that we know, or a 500 whose message stays in the log. */
export function fail(error: unknown, res: Response, deps: Deps): void {
  const known = problemOf(error);
  const requestId = requestIdOf(res);
  if (!known) deps.log.error({ requestId, error: describe(error) }, 'unexpected failure');
  sendProblem(res, known ?? new Problem('internal'), requestId);
}

/** Name, message and stack, but never the error's own fields: a parse error carries the raw body. */
function describe(error: unknown): Record<string, unknown> {
  return error instanceof Error
    ? { name: error.name, message: error.message, stack: error.stack }
    : { name: typeof error };
}

async function readCall(
  endpoint: Endpoint,
  req: Request,
  res: Response,
  deps: Deps,
  admission: Admission,
): Promise<Call<Endpoint>> {
  const now = deps.now();
  if (endpoint.cookies) checkOrigin(req, deps.env.publicOrigins);
  const find = () => findViewer(req.headers.authorization, deps.keys, admission, now);
  const client: Client = {
    address: addressKey(req.ip ?? ''),
    device: req.get('user-agent')?.slice(0, 200) ?? '',
    cookies: readCookies(req),
    host: req.headers.host ?? '',
    isLocal: isLocal(req),
  };
  const viewer = endpoint.access === 'anyone' ? undefined : await admit(endpoint, await find(), admission, client, now);
  const params = parse(endpoint.params ?? nothing, req.params, 'bad-request');
  const query = parse(endpoint.query ?? nothing, readQuery(req), 'bad-request');
  const limit = endpoint.bodyLimit ?? defaultBodyLimit;
  const sent = endpoint.method === 'GET' || endpoint.upload ? undefined : await readBody(req, res, limit);
  const body = parse(endpoint.body ?? nothing.optional(), sent, 'invalid');
  const call = {
    params,
    query,
    body,
    now,
    timeZone: readTimeZone(req.get('time-zone')),
    ifMatch: endpoint.ifMatch ? readIfMatch(req.get('if-match')) : Number.NaN,
    operationId: readIdempotencyKey(req.get('idempotency-key')) ?? requestIdOf(res),
    client,
    lastEventId: req.get('last-event-id'),
    readUpload: () => readUpload(req, res, endpoint.upload ?? [], limit),
  };
  return {
    ...call,
    // What is open to anyone ends sessions and links sign-ins for who asks: a personal access token may do neither.
    async findViewer() {
      const found = await find();
      return found?.scopes ? undefined : found;
    },
    get gone() {
      return goneOf(res);
    },
    get viewer(): Viewer {
      if (viewer) return viewer;
      throw new Error(`${endpoint.name} is for anyone: it has no viewer`);
    },
  } as Call<Endpoint>;
}

/** Lets in who may be here at all, or throws. Whose document it is, is decided by the handler's query. */
async function admit(
  endpoint: Endpoint,
  viewer: Viewer | undefined,
  admission: Admission,
  client: Client,
  now: Date,
): Promise<Viewer> {
  if (!viewer) throw refused();
  if (viewer.scopes && !(endpoint.scope && viewer.scopes.includes(endpoint.scope))) {
    const detail = endpoint.scope ? `This token was not made for “${endpoint.scope}”.` : 'No access token may do this.';
    throw new Problem('not-allowed', { detail });
  }
  if (viewer.needsTwoFactor && !endpoint.beforeTwoFactor) throw new Problem('two-factor-required');
  if (endpoint.access === 'owner' && !(await admission.isOwner(viewer.id))) {
    await admission.recordRefusal(viewer.id, endpoint.name, client, now);
    throw new Problem('not-allowed');
  }
  if (endpoint.stepUp && !(await admission.hasProved(viewer, now))) {
    throw new Problem('step-up-required', { detail: 'Give your password again, then repeat this.' });
  }
  return viewer;
}

function readTimeZone(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: header.slice(0, 64) }).resolvedOptions().timeZone;
  } catch {
    throw new Problem('bad-request', { detail: 'Time-Zone names no zone that we know, such as Europe/Berlin.' });
  }
}

/** The version of a strong ETag. What is no ETag of ours is stale by definition: -1. */
function readIfMatch(header: string | undefined): number {
  if (header === undefined) return Number.NaN;
  const version = /^"(\d{1,15})"$/.exec(header.trim())?.[1];
  return version === undefined ? -1 : Number(version);
}

function isLocal(req: Request): boolean {
  const isLoopback = /^(::ffff:)?127\.|^::1$/.test(req.socket.remoteAddress ?? '');
  return isLoopback && req.headers['x-forwarded-for'] === undefined && req.headers.forwarded === undefined;
}

function readCookies(req: Request): ReadonlyMap<string, string> {
  const pairs = (req.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('=', 2) as [string, string?]);
  return new Map(pairs.map(([name, value]) => [name, value ?? '']));
}

async function run(
  endpoint: Endpoint,
  handler: Handler<Endpoint>,
  call: Call<Endpoint>,
  req: Request,
  deps: Deps,
): Promise<Reply<unknown>> {
  const answer = async () => {
    const result = await handler(call);
    const given = result instanceof Reply ? result : new Reply<unknown>(result);
    return new Reply(given.body, { ...given.more, status: given.more.status ?? endpoint.status });
  };
  if (endpoint.method === 'GET' || endpoint.idempotent === false) return answer();
  const key = readIdempotencyKey(req.get('idempotency-key'));
  const path = req.originalUrl.split('?')[0] ?? '';
  const fingerprint = key && fingerprintOf(req.method, path, req.get('if-match'), req.body);
  const operation = key && fingerprint ? { accountId: call.viewer.id, key, fingerprint, path } : undefined;
  const done = await runOnce(deps.connection, operation, call.now, answer);
  await done.more.afterwards?.();
  return done;
}

async function send(endpoint: Endpoint, answer: Reply<unknown>, req: Request, res: Response): Promise<void> {
  const { status = 200, version, headers, setCookies } = answer.more;
  res.status(status).setHeader('Cache-Control', 'no-store');
  for (const [name, value] of Object.entries(headers ?? {})) res.setHeader(name, value);
  if (setCookies) res.setHeader('Set-Cookie', setCookies);
  if (version !== undefined) res.setHeader('ETag', etagOf(version));
  if (answer.body instanceof Precompressed) return answer.body.send(req, res);
  if (res.getHeader('ETag') && req.fresh) return void res.status(304).end();
  if (endpoint.answer === null) return void res.end();
  if (endpoint.streamed)
    return stream(answer.body as AsyncIterable<string | Uint8Array>, mediaTypeOf(endpoint), req, res);
  // Parsing it drops nothing and lets nothing through: a field that nobody declared is a 500, in a test.
  res.type('application/json').end(JSON.stringify(endpoint.answer.parse(answer.body)));
}
