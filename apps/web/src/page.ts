import { type ComponentType, lazy } from 'react';

/** Each page is a script of its own, loaded when it is first opened. */
export function page<K extends string>(load: () => Promise<Record<K, ComponentType>>, name: K) {
  return lazy(async () => ({ default: (await load())[name] }));
}
