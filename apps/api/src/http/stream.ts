import type { Endpoint } from '@waymark/contract';
import type { Request, Response } from 'express';

const mediaTypes = {
  json: 'application/json',
  csv: 'text/csv; charset=utf-8',
  calendar: 'text/calendar; charset=utf-8',
  markdown: 'text/markdown; charset=utf-8',
  svg: 'image/svg+xml',
  webp: 'image/webp',
  credential: 'application/vc+jwt',
  events: 'text/event-stream',
};

/** What a good answer of this endpoint is written in. */
export function mediaTypeOf(endpoint: Pick<Endpoint, 'streamed'>): string {
  return mediaTypes[endpoint.streamed ?? 'json'];
}

/** Aborted when the connection is closed, whoever did it. */
export function goneOf(res: Response): AbortSignal {
  const gone = new AbortController();
  res.once('close', () => gone.abort());
  return gone.signal;
}

/** An answer that is written at once, for an endpoint that is no JSON. */
export async function* whole(text: string): AsyncGenerator<string> {
  yield text;
}

/** Writes as fast as the client reads: what makes the chunks waits for it. */
export async function stream(
  chunks: AsyncIterable<string | Uint8Array>,
  mediaType: string,
  req: Request,
  res: Response,
): Promise<void> {
  // As Express has it, a text/* gets a charset; events have none, they are UTF-8 always.
  res.setHeader('Content-Type', mediaType);
  if (mediaType === mediaTypes.events) {
    // A proxy that collects an answer before it passes it on would pass on none of this one.
    res.setHeader('X-Accel-Buffering', 'no');
    (res.locals.leaveFlight as (() => void) | undefined)?.();
    if (req.method === 'HEAD') return void res.end();
  }
  for await (const chunk of chunks) {
    if (res.destroyed) return;
    if (!res.write(chunk)) await new Promise((resolve) => res.once('drain', resolve).once('close', resolve));
  }
  res.end();
}
