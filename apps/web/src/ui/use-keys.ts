import { useEffect, useRef, useSyncExternalStore } from 'react';

/**
 * `{ d: { text: 'Mark as done', run } }`. A key is what `KeyboardEvent.key` says (`d`, `Escape`, `ArrowDown`, `?`),
 * letters in any case; `mod+k` is Ctrl K, or ⌘ K on a Mac. `text` is its line in the list of keys.
 */
export type KeyMap = Record<string, { text: string; run: (event: KeyboardEvent) => void }>;

export interface KeyOptions {
  /** Left out: always. False: neither heard nor listed. */
  when?: boolean | undefined;
  /** The heading under which the list shows them. */
  group?: string | undefined;
  /** Heard while a modal dialog is open, too: for keys that belong to one. */
  inDialog?: boolean | undefined;
}

export interface Registered {
  map: () => KeyMap;
  group: string;
  inDialog: boolean;
}

const storageKey = 'waymark:keys';
let registered: readonly Registered[] = [];
let singleKeys = readSingleKeys();
const listeners = new Set<() => void>();

function readSingleKeys(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'off';
  } catch {
    return true;
  }
}

export function subscribeKeys(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function change(next: readonly Registered[]): void {
  registered = next;
  for (const listener of listeners) listener();
}

/** What is heard now, in the order in which it came. The same array until that changes. */
export const registeredKeys = () => registered;

/** Keys without Ctrl or ⌘ can be switched off: speech input and shaky hands set them off by accident. */
export function useSingleKeys(): [on: boolean, set: (on: boolean) => void] {
  const on = useSyncExternalStore(subscribeKeys, () => singleKeys);
  const set = (next: boolean) => {
    singleKeys = next;
    try {
      localStorage.setItem(storageKey, next ? 'on' : 'off');
    } catch {
      // It holds for this page then.
    }
    change([...registered]);
  };
  return [on, set];
}

const fields = 'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable=true]';

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(fields) !== null;
}

/** Arrows move a radio group, space and enter press what has the focus: those keys are theirs. */
function isOwnKey(event: KeyboardEvent): boolean {
  if (!(event.target instanceof Element)) return false;
  if (event.key.startsWith('Arrow')) return event.target.closest('[type=radio], [role=slider]') !== null;
  if (event.key === 'Enter' || event.key === ' ') return event.target.closest('a, button, summary, label') !== null;
  return false;
}

function nameOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return event.ctrlKey || event.metaKey ? `mod+${key}` : key;
}

function hear(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.altKey) return;
  const name = nameOf(event);
  const isSingle = name.length === 1;
  if (isSingle && !singleKeys) return;
  if (!name.startsWith('mod+') && (isField(event.target) || isOwnKey(event))) return;
  const inDialog = document.querySelector('dialog[open]:modal') !== null;
  // Who came last is nearest to what one looks at.
  const found = registered.findLast((each) => (!inDialog || each.inDialog) && name in each.map());
  const act = found?.map()[name];
  if (!act) return;
  event.preventDefault();
  act.run(event);
}

/** Hears keys while the component is there. Single keys are silent inside fields and with Alt, Ctrl or ⌘ held. */
export function useKeys(map: KeyMap, { when = true, group = '', inDialog = false }: KeyOptions = {}): void {
  const latest = useRef(map);
  useEffect(() => {
    latest.current = map;
  });
  useEffect(() => {
    if (!when) return;
    const own: Registered = { map: () => latest.current, group, inDialog };
    if (registered.length === 0) window.addEventListener('keydown', hear);
    change([...registered, own]);
    return () => {
      change(registered.filter((each) => each !== own));
      if (registered.length === 0) window.removeEventListener('keydown', hear);
    };
  }, [when, group, inDialog]);
}
