export type MapLook = 'trail' | 'outline';

const key = 'waymark:roadmap-view';

/** As it was left on this device; else the list where the screen is small. */
export function readLook(): MapLook {
  try {
    const kept = localStorage.getItem(key);
    if (kept === 'trail' || kept === 'outline') return kept;
  } catch {
    // Without storage every visit begins anew.
  }
  return matchMedia('(max-width: 700px)').matches ? 'outline' : 'trail';
}

export function keepLook(look: MapLook): void {
  try {
    localStorage.setItem(key, look);
  } catch {
    // It holds for this page then.
  }
}
