import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import type { Client } from './client.js';

/** Four pixels: the smallest that anything can be made of. */
export const tinyPng = await sharp({ create: { width: 2, height: 2, channels: 3, background: '#0a6' } })
  .png()
  .toBuffer();

/** A picture whose colour is its own, so that no two have the same bytes. */
export function picture(width = 40, height = 30, background = '#a00', format: 'png' | 'jpeg' | 'webp' = 'png') {
  return sharp({ create: { width, height, channels: 3, background } })
    [format]()
    .toBuffer();
}

/** What no encoder makes small: noise, the same each time. */
export function noise(side: number): Promise<Buffer> {
  const raw = Buffer.alloc(side * side * 3);
  let state = 9;
  for (let at = 0; at < raw.length; at += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    raw[at] = state >>> 24;
  }
  return sharp(raw, { raw: { width: side, height: side, channels: 3 } })
    .jpeg({ quality: 60 })
    .toBuffer();
}

function pngChunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(data.length, 0);
  around.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
}

/** After the signature and the header, which are 33 bytes. */
const withChunk = (png: Buffer, chunk: Buffer) => Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);

/** As an animated PNG begins: two frames, for ever. */
export const movingPng = withChunk(tinyPng, pngChunk('acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0])));

export const pngWithText = (text: string) => withChunk(tinyPng, pngChunk('tEXt', Buffer.from(`Comment\0${text}`)));

/** A few bytes that say that they are a picture of that many pixels. */
export function pngBomb(side: number): Buffer {
  const header = Buffer.from(tinyPng.subarray(16, 29));
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  return Buffer.concat([tinyPng.subarray(0, 8), pngChunk('IHDR', header), tinyPng.subarray(33)]);
}

export async function movingWebp(): Promise<Buffer> {
  const frames = await Promise.all([picture(20, 20, '#100'), picture(20, 20, '#200')]);
  return sharp(frames, { join: { animated: true } })
    .webp()
    .toBuffer();
}

export const sending = (body: Buffer | string, type = 'image/png') => ({ body, headers: { 'content-type': type } });

/** Adds one, and gives it. */
export async function addImage(learner: Client, projectId: string, bytes: Buffer) {
  return (await learner.call('addImage', { params: { id: projectId }, ...sending(bytes) })).body;
}

/** What is at an address, with nothing but the address, as an `<img>` asks for it. */
export async function look(client: Client, address: string) {
  const response = await fetch(`${client.app.address}${address}`);
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
}
