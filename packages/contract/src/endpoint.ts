import { z } from 'zod';
import { type EndpointName, type Method, routeOf } from './paths.js';
import type { ProblemCode } from './problems.js';

/** Who is admitted at all. Whose document it is, is decided by the handler's query. */
export type Access = 'anyone' | 'member' | 'owner';

/**
 * What a personal access token may be made for. An endpoint that names none takes no such token: whatever is about
 * accounts, sessions and the instance wants somebody who signed in.
 */
export const scopes = [
  'profile:read',
  'progress:read',
  'progress:write',
  'projects:read',
  'projects:write',
  'mentoring:read',
  'mentoring:write',
] as const;
export type Scope = (typeof scopes)[number];

/** Of good answers. */
export type Status = 200 | 201 | 202 | 204;

/** What an endpoint may say of itself beside its schemas. */
interface Shape<
  P extends z.ZodType | undefined,
  Q extends z.ZodType | undefined,
  B extends z.ZodType | undefined,
  A extends z.ZodType | null,
> {
  summary: string;
  /** Required: leaving it out does not compile. */
  access: Access;
  params?: P;
  query?: Q;
  body?: B;
  /** `null`: an empty answer, 204. */
  answer: A;
  /** The first is the usual one. Default: 200, or 204 without an answer. */
  statuses?: readonly Status[];
  /** Problems of its own, beside those that any endpoint can answer with. */
  problems: readonly ProblemCode[];
  /** Wants `If-Match`; answers 428 without it and 412 when it is stale. */
  ifMatch?: boolean;
  /** Reads or sets the session cookie: JSON only, same origin only. */
  cookies?: boolean;
  /** `false`: takes no `Idempotency-Key`, since its answer holds a token. */
  idempotent?: boolean;
  /** Needs a password given in the last ten minutes. */
  stepUp?: boolean;
  /** Takes a file of one of these media types as its body, instead of JSON. Its handler reads it. */
  upload?: readonly string[];
  /** Bytes that its body may have. Default 64 kB. */
  bodyLimit?: number;
  /** Written piece by piece, not as one value; `events`: server-sent ones, of which `answer` is one, without an end. */
  streamed?: 'json' | 'csv' | 'calendar' | 'markdown' | 'svg' | 'webp' | 'credential' | 'events';
  /** A personal access token with this scope is taken as well. */
  scope?: Scope;
  /** Open also to a member who has yet to set up the second factor that the owner requires. */
  beforeTwoFactor?: boolean;
}

export interface Endpoint<
  P extends z.ZodType | undefined = z.ZodType | undefined,
  Q extends z.ZodType | undefined = z.ZodType | undefined,
  B extends z.ZodType | undefined = z.ZodType | undefined,
  A extends z.ZodType | null = z.ZodType | null,
> extends Shape<P, Q, B, A> {
  name: EndpointName;
  method: Method;
  path: string;
  status: Status;
}

/** Defines one endpoint: its route comes from `paths`, its schemas and its admission from here. */
export function endpoint<
  P extends z.ZodType | undefined = undefined,
  Q extends z.ZodType | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
  A extends z.ZodType | null = null,
>(name: EndpointName, shape: Shape<P, Q, B, A>): Endpoint<P, Q, B, A> {
  const status = shape.statuses?.[0] ?? (shape.answer === null ? 204 : 200);
  return { ...shape, name, ...routeOf(name), status };
}

// A schema is an optional property, so `undefined` is always among its types: only a missing one is nothing else.
type In<S> = [S] extends [undefined] ? undefined : z.input<Extract<S, z.ZodType>>;
type Out<S> = [S] extends [undefined] ? undefined : z.output<Extract<S, z.ZodType>>;

/** What a client sends. */
export interface Sent<E extends Endpoint> {
  params: In<E['params']>;
  query: In<E['query']>;
  body: In<E['body']>;
}

/** What a handler is given: parsed, with defaults filled in. */
export interface Parsed<E extends Endpoint> {
  params: Out<E['params']>;
  query: Out<E['query']>;
  body: Out<E['body']>;
}

/** What a client is answered. */
export type Answer<E extends Endpoint> = E['answer'] extends z.ZodType ? z.output<E['answer']> : undefined;

/** An opaque id. Today it is 24 hexadecimal digits; clients must not rely on that. */
export const Id = z.string().regex(/^[0-9a-f]{24}$/, 'Not an id of ours');

export const IdPath = z.strictObject({ id: Id });

/** One page of a list. `limit` 1–100; `cursor` is what the page before gave as `nextCursor`. */
export const PageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(512).optional(),
});

/** A page: its items, and the cursor of the next one, `null` at the end. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** A time, ISO 8601 in UTC. */
export const Instant = z.iso.datetime();

/** A calendar day as its learner lived it, `2026-11-22`. */
export const Day = z.iso.date();
