export type MapLook = 'trail' | 'outline' | 'board';

const looks: readonly MapLook[] = ['trail', 'outline', 'board'];

const key = 'waymark:roadmap-view';

/** A look by the name that an address has for it. */
export function lookOf(name: string | null): MapLook | undefined {
  return looks.find((look) => look === name);
}

/** As it was left on this device; else the list where the screen is small. */
export function readLook(): MapLook {
  try {
    const found = lookOf(localStorage.getItem(key));
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
