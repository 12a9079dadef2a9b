/** The topics and choices of the map as elements, in the order in which they are drawn. */
export const nodesIn = (map: HTMLElement | null) => [...(map?.querySelectorAll<HTMLElement>('[data-node]') ?? [])];

export const idsIn = (map: HTMLElement | null) => nodesIn(map).map((element) => element.dataset.node ?? '');

/** Found by comparing, since an id out of an address can be anything. */
export function nodeIn(map: HTMLElement | null, id: string): HTMLElement | undefined {
  return nodesIn(map).find((element) => element.dataset.node === id);
}

/** The topic or choice that an element belongs to: it is its link, or stands with it on one card. */
export function idOf(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null;
  const link =
    target.closest<HTMLElement>('[data-node]') ?? target.closest('[data-card]')?.querySelector('[data-node]');
  return link instanceof HTMLElement ? (link.dataset.node ?? null) : null;
}
