import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';

/** What a request is known by: in its log line, in its answer's header, and in a problem. */
export function requestIdOf(res: Response): string {
  return String(res.getHeader('X-Request-Id') ?? '');
}

/** One line per request: the route's pattern, never its query, body, cookie or token. */
export function logRequests(log: Logger): RequestHandler {
  return (req: Request, res: Response, next: NextFunction) => {
    const startedAt = performance.now();
    res.setHeader('X-Request-Id', randomUUID());
    res.on('close', () => {
      const status = res.writableFinished ? res.statusCode : 499;
      const level = status >= 500 ? 'error' : status === 404 || status < 400 ? 'info' : 'warn';
      log[level]({
        requestId: requestIdOf(res),
        method: req.method,
        route: res.locals.route ?? 'unknown',
        status,
        ms: Math.round(performance.now() - startedAt),
      });
    });
    next();
  };
}
