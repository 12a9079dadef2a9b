import type { Status } from '@waymark/contract';

/** An answer that is more than its body: another status, an ETag, cookies. A handler may also return the body alone. */
export class Reply<T> {
  constructor(
    readonly body: T,
    readonly more: {
      status?: Status;
      /** Becomes the strong ETag `"<version>"`. */
      version?: number;
      headers?: Record<string, string>;
      setCookies?: string[];
      /** Runs once what the handler wrote is committed, before the answer leaves; may be lost with the process. */
      afterwards?: () => Promise<void>;
    } = {},
  ) {}
}

export function reply<T>(body: T, more: Reply<T>['more']): Reply<T> {
  return new Reply(body, more);
}

/** A strong ETag of a version number. */
export function etagOf(version: number): string {
  return `"${version}"`;
}
