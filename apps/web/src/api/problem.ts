import type { ProblemBody, ProblemCode, ProblemIssue } from '@waymark/contract';
import { problemText, unknownFailure } from './problem.text';

/** Beside the API's own problems: the request never reached it, or its answer never reached us. */
export type FailureCode = ProblemCode | 'offline';

interface Failure {
  code: FailureCode;
  status: number;
  title: string;
  detail?: string | undefined;
  errors?: ProblemIssue[] | undefined;
  current?: unknown;
  requestId?: string | undefined;
}

export class ProblemError extends Error {
  readonly code: FailureCode;
  readonly status: number;
  readonly title: string;
  readonly detail: string | undefined;
  readonly errors: readonly ProblemIssue[];
  readonly current: unknown;
  readonly requestId: string | undefined;

  constructor(failure: Failure) {
    super(failure.detail ?? failure.title);
    this.name = 'ProblemError';
    this.code = failure.code;
    this.status = failure.status;
    this.title = failure.title;
    this.detail = failure.detail;
    this.errors = failure.errors ?? [];
    this.current = failure.current;
    this.requestId = failure.requestId;
  }
}

export function offline(): ProblemError {
  return new ProblemError({ code: 'offline', status: 0, title: 'The server could not be reached' });
}

/** What a proxy or a crash in between answers is no problem of ours, yet must be told like one. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const { status } = response;
  const requestId = response.headers.get('x-request-id') ?? undefined;
  if (response.headers.get('content-type')?.includes('application/problem+json')) {
    const body = (await response.json().catch(() => null)) as ProblemBody | null;
    if (body?.code) return new ProblemError({ ...body, status, requestId: body.requestId ?? requestId });
  }
  const code = status === 502 || status === 503 || status === 504 ? 'unavailable' : 'internal';
  return new ProblemError({ code, status, title: 'The answer could not be read', requestId });
}

/** Whether the API refused with this code, rather than with another or not at all. */
export const isProblem = (error: unknown, code: FailureCode): error is ProblemError =>
  error instanceof ProblemError && error.code === code;

/** The message for one field (`covers.0.topicId`), for showing beside it. */
export function issueFor(error: unknown, path: string): string | undefined {
  if (!(error instanceof ProblemError)) return undefined;
  return error.errors.find((issue) => issue.path === path)?.message;
}

/** What happened and what to do, to be shown as it is. */
export function sentenceFor(error: unknown): string {
  return error instanceof ProblemError ? (problemText[error.code] ?? error.message) : unknownFailure;
}
