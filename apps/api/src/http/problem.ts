import { type ProblemBody, type ProblemCode, type ProblemIssue, problems } from '@waymark/contract';
import type { Response } from 'express';
import mongoose from 'mongoose';

interface More {
  detail?: string;
  errors?: ProblemIssue[];
  /** The state as it is now, for a 412. */
  current?: unknown;
  headers?: Record<string, string>;
}

/** What a handler throws when it cannot answer. One writer turns it into RFC 9457 `application/problem+json`. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly more: More = {},
  ) {
    super(code);
    this.name = 'Problem';
  }

  get status(): number {
    return problems[this.code][0];
  }
}

/** Busy or cut off: the same request may be sent again. */
export function unavailable(detail: string, retryAfterSeconds = 1): Problem {
  return new Problem('unavailable', { detail, headers: { 'Retry-After': String(retryAfterSeconds) } });
}

const mostIssues = 20;
const mostBytes = 8192;
const clip = (text: string) => (text.length > 160 ? `${text.slice(0, 159)}…` : text);

/** The only writer of errors. An answer stays under 8 kB, but for the current state that a 412 carries. */
export function sendProblem(res: Response, problem: Problem, requestId: string): void {
  if (res.headersSent) {
    res.destroy();
    return;
  }
  const [status, title] = problems[problem.code];
  const { detail, errors, current, headers } = problem.more;
  const body: ProblemBody = {
    type: `urn:waymark:problem:${problem.code}`,
    title,
    status,
    code: problem.code,
    ...(detail === undefined ? {} : { detail: clip(detail) }),
    ...(errors && {
      errors: errors.slice(0, mostIssues).map(({ path, message }) => ({ path: clip(path), message: clip(message) })),
    }),
    requestId,
    ...(current === undefined ? {} : { current }),
  };
  for (const [name, value] of Object.entries(headers ?? {})) res.setHeader(name, value);
  res.status(status).setHeader('Cache-Control', 'no-store');
  res.type('application/problem+json').send(writeProblem(body));
}

/** Names of fields are the client's: in JSON one character of them can take six bytes, so the last issues may go. */
function writeProblem(body: ProblemBody): string {
  const text = JSON.stringify(body);
  if (!body.errors?.length || body.current !== undefined || Buffer.byteLength(text) <= mostBytes) return text;
  return writeProblem({ ...body, errors: body.errors.slice(0, -1) });
}

/** What body-parser and the router say, by the error's `type` or class. */
const readErrors: Record<string, Problem> = {
  'entity.too.large': new Problem('too-large'),
  'entity.parse.failed': new Problem('bad-request', { detail: 'The body is not JSON. Check quotes and commas.' }),
  'encoding.unsupported': new Problem('not-json', { detail: 'Send the body without that encoding.' }),
  'charset.unsupported': new Problem('not-json', { detail: 'Send the body as UTF-8.' }),
  'request.aborted': new Problem('bad-request', { detail: 'The body ended early.' }),
  'request.size.invalid': new Problem('bad-request', { detail: 'The body is not as long as it says.' }),
};

/** A failed write may have happened: the caller repeats it with the same `Idempotency-Key`. */
function isDatabaseGone(error: unknown): boolean {
  if (error instanceof mongoose.mongo.MongoNetworkError || error instanceof mongoose.mongo.MongoServerSelectionError) {
    return true;
  }
  if (error instanceof mongoose.Error.MongooseServerSelectionError) return true;
  if (!(error instanceof mongoose.mongo.MongoError)) return false;
  const gone = ['RetryableWriteError', 'TransientTransactionError', 'UnknownTransactionCommitResult', 'ResetPool'];
  const name = error.constructor.name;
  return (
    gone.some((label) => error.hasErrorLabel(label)) ||
    [
      'MongoWriteConcernError',
      'MongoWaitQueueTimeoutError',
      'MongoPoolClearedError',
      'MongoNotConnectedError',
    ].includes(name) ||
    // MaxTimeMSExpired, and the codes of a primary that is stepping down or shutting down.
    [50, 91, 189, 10107, 11600, 11602, 13435, 13436].includes(Number(error.code))
  );
}

/** `undefined`: not one that we know, so a 500 whose message stays in the log. */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  if (isDatabaseGone(error)) return unavailable('The database does not answer just now. Try again in a moment.');
  if (error instanceof URIError) return new Problem('bad-request', { detail: 'The address has a broken % escape.' });
  const type = (error as { type?: unknown } | null)?.type;
  return typeof type === 'string' ? readErrors[type] : undefined;
}
