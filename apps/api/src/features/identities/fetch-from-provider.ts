import type { CustomFetchOptions } from 'openid-client';
import { isLoopbackName } from '../../env.values.js';

/** Seconds for one request, its answer included. */
export const patienceSeconds = 5;
const mostBytes = 256 * 1024;

/** It cannot be reached, takes too long, or has a fault of its own: worth another try later. */
export class ProviderSilent extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'ProviderSilent';
  }
}

/** How the library talks to a provider: https, or http on this machine; an answer of a modest size; no redirect. */
export async function fetchFromProvider(address: string, options: CustomFetchOptions): Promise<Response> {
  const url = new URL(address);
  // Metadata can name any address, so each is looked at, not the issuer's alone.
  if (url.protocol !== 'https:' && !isLoopbackName(url.hostname)) throw new Error('plain http beyond this machine');
  try {
    const response = await fetch(url, { ...options, redirect: 'manual' } as RequestInit);
    const body = await readUpTo(response);
    if (response.status >= 500) throw new ProviderSilent(`status ${response.status}`);
    return new Response(body, { status: response.status, headers: response.headers });
  } catch (error) {
    if (error instanceof ProviderSilent) throw error;
    throw new ProviderSilent((error as Error).name);
  }
}

async function readUpTo(response: Response): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!response.body) return null;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    // Leaving the loop ends the connection.
    if (bytes > mostBytes) throw new ProviderSilent('an answer without end');
    chunks.push(chunk);
  }
  return bytes === 0 ? null : new Uint8Array(Buffer.concat(chunks));
}
