import { existsSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { Express, Request, Response } from 'express';
import sirv from 'sirv';
import type { Deps } from '../deps.js';
import { Problem } from './problem.js';

const built = fileURLToPath(new URL('../../../web/dist/', import.meta.url));

/** Hashed files are kept for a year; a page is asked about each time. */
function setCaching(res: ServerResponse, path: string): void {
  res.setHeader('Cache-Control', path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
}

/** Serves the built web client, as it was compressed at build time: files by name, and its one page for any other address. */
export function mountWebClient(app: Express, deps: Deps): void {
  if (!existsSync(`${built}index.html`)) {
    deps.log.warn('apps/web is not built: only the API is served');
    return;
  }
  const options = {
    brotli: true,
    gzip: true,
    etag: true,
    dev: deps.env.mode === 'development',
    setHeaders: setCaching,
  };
  app.use((req: Request, res: Response, next: (error?: unknown) => void) => {
    res.locals.route = 'page';
    // Nothing here is large enough to be fetched in parts.
    delete req.headers.range;
    next(req.method === 'GET' || req.method === 'HEAD' ? undefined : new Problem('not-found'));
  });
  app.use(sirv(built, { ...options, single: true, ignores: [/^\/assets\//, /^\/api(\/|$)/] }));
}
