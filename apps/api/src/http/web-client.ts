import { existsSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { Express, NextFunction, Request, RequestHandler, Response } from 'express';
import sirv from 'sirv';
import type { Deps } from '../deps.js';
import { addressKey } from './address-key.js';
import { type PageHead, writeHead } from './page-head.js';
import { Precompressed } from './precompressed.js';
import { Problem } from './problem.js';

const built = fileURLToPath(new URL('../../../web/dist/', import.meta.url));

/** The head of the page at a path, for who is at `address`; `undefined` where the page has none of its own. */
export type FindHead = (path: string, address: string) => Promise<PageHead | undefined>;

/** Hashed files are kept for a year; a page is asked about each time. */
function setCaching(res: ServerResponse, path: string): void {
  res.setHeader('Cache-Control', path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
}

/** Serves the built web client, as it was compressed at build time: files by name, and its one page for any other address. */
export function mountWebClient(app: Express, deps: Deps, findHead: FindHead): void {
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
  app.use(sendWithHead(deps, findHead));
  app.use(sirv(built, { ...options, single: true, ignores: [/^\/assets\//, /^\/api(\/|$)/] }));
}

/** The one page, with what this address says of itself written into it. A page without a head of its own is listed nowhere. */
function sendWithHead(deps: Deps, findHead: FindHead): RequestHandler {
  const read = () => readFileSync(`${built}index.html`, 'utf8');
  const page = read();
  return async (req: Request, res: Response, next: NextFunction) => {
    if (/\.\w+$/.test(req.path) || /^\/(api|assets)(\/|$)/.test(req.path)) return next();
    // Whatever is wrong with it, the page itself comes, and says what it can.
    const head = await findHead(req.path, addressKey(req.ip ?? '')).catch(() => undefined);
    if (!head?.isListed) res.setHeader('X-Robots-Tag', 'noindex');
    if (!head) return next();
    const text = writeHead(deps.env.mode === 'development' ? read() : page, head);
    res.status(head.isMissing ? 404 : 200);
    new Precompressed(text, 'text/html; charset=utf-8').send(req, res);
  };
}
