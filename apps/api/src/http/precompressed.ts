import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Request, Response } from 'express';

/** An answer that is written and compressed once: JSON that never changes while the process runs, or a page's text. */
export class Precompressed {
  private readonly variants: Record<'br' | 'gzip' | 'identity', Buffer>;
  private readonly hash: string;

  constructor(
    value: unknown,
    private readonly mediaType?: string,
  ) {
    const identity = Buffer.from(mediaType ? String(value) : JSON.stringify(value));
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
    res.type(this.mediaType ?? 'application/json').end(this.variants[encoding]);
  }
}
