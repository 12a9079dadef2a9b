import express, { type Request, type Response } from 'express';
import { Problem } from './problem.js';

const deepest = 20;
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

/** Refuses what no schema should have to meet: nesting beyond 20, and keys that reach a prototype. */
function checkShape(value: unknown, depth = 0): void {
  if (value === null || typeof value !== 'object') return;
  if (depth >= deepest) throw new Problem('bad-request', { detail: 'The body is nested too deeply.' });
  for (const [key, inner] of Object.entries(value)) {
    if (forbidden.has(key)) throw new Problem('bad-request', { detail: `The body may not have a key “${key}”.` });
    checkShape(inner, depth + 1);
  }
}

type Parser = ReturnType<typeof express.json>;
const parsers = new Map<number, Parser>();

function parserOf(limit: number): Parser {
  let parser = parsers.get(limit);
  if (!parser) {
    parser = express.json({ limit, strict: false, inflate: false, type: () => true });
    parsers.set(limit, parser);
  }
  return parser;
}

/** The request's JSON body; `undefined` where there is none. Anything but JSON is a 415. */
export async function readBody(req: Request, res: Response, limit: number): Promise<unknown> {
  const hasBody = req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0;
  if (!hasBody) return undefined;
  if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(req.headers['content-type'] ?? '')) {
    throw new Problem('not-json', { detail: 'Send the header “Content-Type: application/json”.' });
  }
  await new Promise<void>((resolve, reject) => {
    parserOf(limit)(req, res, (error: unknown) => (error ? reject(error) : resolve()));
  });
  checkShape(req.body);
  return req.body;
}

/** The request's body as it is, a file of one of `types`. */
export async function readUpload(
  req: Request,
  res: Response,
  types: readonly string[],
  limit: number,
): Promise<Buffer> {
  if (!types.includes(req.headers['content-type']?.toLowerCase() ?? '')) {
    throw new Problem('not-an-image', { detail: `Send it as the body, with the Content-Type ${types.join(' or ')}.` });
  }
  await new Promise<void>((resolve, reject) => {
    const read = express.raw({ limit, inflate: false, type: () => true });
    read(req, res, (error: unknown) => (error ? reject(error) : resolve()));
  });
  // Without any body nothing was read.
  return Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0);
}

/** The query as one value per name; a name given twice is a 400. */
export function readQuery(req: Request): Record<string, string> {
  const start = req.url.indexOf('?');
  const query: Record<string, string> = {};
  if (start < 0) return query;
  for (const [name, value] of new URLSearchParams(req.url.slice(start + 1))) {
    if (Object.hasOwn(query, name) || forbidden.has(name)) {
      throw new Problem('bad-request', { detail: `“${name.slice(0, 60)}” is given twice or cannot be taken.` });
    }
    query[name] = value;
  }
  return query;
}
