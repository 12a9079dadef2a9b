export type MapLook = 'trail' | 'outline' | 'board';

const looks: readonly MapLook[] = ['trail', 'outline', 'board'];

const key = 'waymark:roadmap-view';

/** As it was left on this device; else the list where the screen is small. */
export function readLook(): MapLook {
  try {
    const kept = localStorage.getItem(key);
    const found = looks.find((look) => look === kept);
    if (found) return found;
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
