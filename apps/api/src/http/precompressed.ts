import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Request, Response } from 'express';

/** A JSON answer that never changes while the process runs: written and compressed once, sent many times. */
export class Precompressed {
  private readonly variants: Record<'br' | 'gzip' | 'identity', Buffer>;
  private readonly hash: string;

  constructor(value: unknown) {
    const identity = Buffer.from(JSON.stringify(value));
    this.hash = createHash('sha256').update(identity).digest('base64url').slice(0, 22);
    this.variants = {
      br: brotliCompressSync(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
      gzip: gzipSync(identity, { level: 9 }),
      identity,
    };
  }

  /** In the best encoding that the client takes; 304 when it has it. Each encoding has its own strong ETag. */
  send(req: Request, res: Response): void {
    const encoding = (req.acceptsEncodings('br', 'gzip', 'identity') || 'identity') as 'br' | 'gzip' | 'identity';
    res.setHeader('Vary', 'Accept-Encoding');
    res.setHeader('ETag', `"${this.hash}${encoding === 'identity' ? '' : `-${encoding}`}"`);
    // Kept, and asked about by its ETag before it is used again.
    res.setHeader('Cache-Control', 'public, no-cache');
    if (req.fresh) return void res.status(304).end();
    if (encoding !== 'identity') res.setHeader('Content-Encoding', encoding);
    res.type('application/json').end(this.variants[encoding]);
  }
}
