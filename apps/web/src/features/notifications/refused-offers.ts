const key = (about: string) => `waymark:weekly-refused:${about}`;

/** "No, thanks" was said on this device. */
export function wasRefused(about: string): boolean {
  try {
    return localStorage.getItem(key(about)) !== null;
  } catch {
    return false;
  }
}

export function keepRefused(about: string): void {
  try {
    localStorage.setItem(key(about), 'yes');
  } catch {
    // It holds for this page then.
  }
}
