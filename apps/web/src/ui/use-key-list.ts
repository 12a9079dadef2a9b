import { useMemo, useSyncExternalStore } from 'react';
import { type KeyMap, type Registered, registeredKeys, subscribeKeys } from './use-keys';

/** As if it had been pressed, whatever has the focus. */
const press = (map: () => KeyMap, key: string) => () => map()[key]?.run(new KeyboardEvent('keydown', { key }));

/** Every key heard on the page as it is, for the list of keys. */
export function useKeyList() {
  const all = useSyncExternalStore(subscribeKeys, registeredKeys);
  return useMemo(() => keyList(all), [all]);
}

function keyList(all: readonly Registered[]) {
  const groups = new Set(all.map((each) => each.group));
  return [...groups].map((group) => ({
    group,
    keys: all
      .filter((each) => each.group === group)
      .flatMap(({ map }) => Object.entries(map()).map(([key, { text }]) => ({ key, text, press: press(map, key) }))),
  }));
}
