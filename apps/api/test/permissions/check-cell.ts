import { expect } from 'vitest';
import type { Client } from '../client.js';
import type { Permissions } from './build-permissions.js';
import { isIn, type Marker } from './markers.js';
import { type Kind, kinds, type Viewer } from './relations.js';
import type { Surface } from './surfaces.js';

/** Somebody before a surface, and what they may see at this moment. */
export interface Looking {
  client: Client;
  viewer: Viewer;
  where: string;
  isLive: boolean;
  seen: readonly Kind[];
  /** By another right than a grant. */
  rights?: readonly Marker[];
  headers?: Record<string, string>;
  /** A grant shares more than there is to see: a list may be there, and empty. */
  isShared?: boolean;
}

/** Fails where anything stands in an answer that is not among what may be seen. */
export function expectNothingBut(
  { markers }: Pick<Permissions, 'markers'>,
  text: string,
  allowed: readonly Marker[],
  where: string,
): void {
  const leaked = (Object.keys(markers) as Marker[])
    .filter((marker) => !allowed.includes(marker))
    .flatMap((marker) => markers[marker].filter((each) => isIn(text, each)).map((each) => `${marker}: ${each}`));
  expect(leaked, `${where} is shown ${leaked} in ${text.slice(text.indexOf('\n'), 1500)}`).toEqual([]);
}

function isThere({ needs }: Surface, { isLive, seen }: Looking): boolean {
  if (needs === undefined) return true;
  return needs === 'live' ? isLive : seen.includes(needs);
}

/** What stands in it for them, of all that it can show. */
function shownTo(surface: Surface, looking: Looking): readonly Kind[] {
  const { some, shows } = surface;
  const shown = looking.seen.filter((kind) => shows[kind] !== undefined);
  return !some || some.some((kind) => shown.includes(kind)) ? shown : [];
}

/** One cell: it is there or it is not, and of all that marks a learner what may be is in the raw answer, and nothing else. Gives its ETag. */
export async function checkCell(world: Permissions, surface: Surface, looking: Looking): Promise<string | undefined> {
  const { client, viewer, where, headers: sent } = looking;
  const asking = surface.asking?.(world, viewer) ?? {};
  const { status, headers, text } = await client.call(surface.call, { ...asking, ...(sent && { headers: sent }) });
  const isSignedIn = viewer !== 'nobody' || surface.call === 'readImage';
  const right = isThere(surface, looking) ? 200 : 404;
  const isEmpty = looking.isShared === true && surface.kind === 'list' && status === 200;
  if ((surface.needs && !isEmpty) || !isSignedIn)
    expect(status, `${where}: ${text.slice(0, 300)}`).toBe(isSignedIn ? right : 401);
  const all = `${JSON.stringify(headers)}\n${text}`;
  const shown = shownTo(surface, looking);
  const hasRow = surface.shows.name === 'live' ? looking.isLive : shown.length > 0;
  const isNamed = surface.needs ? right === 200 : hasRow;
  const allowed = [...shown, ...(isNamed ? (['name'] as const) : []), ...(looking.rights ?? [])];
  expectNothingBut(world, all, allowed, where);
  const hidden = kinds.filter((kind) => !shown.includes(kind)).flatMap((kind) => surface.shows[kind] ?? []);
  const open = shown.map((kind) => String(surface.shows[kind]));
  for (const mark of hidden.filter((each) => !open.includes(String(each))))
    expect(isIn(all, mark), `${where} has ${mark}: ${text.slice(0, 1000)}`).toBe(false);
  for (const kind of shown) expect(isIn(all, surface.shows[kind] ?? ''), `${where} lacks ${kind}: ${text}`).toBe(true);
  if (surface.shows.name && isNamed) expect(isIn(all, /markname/i), `${where} lacks the name: ${text}`).toBe(true);
  return headers.etag;
}
