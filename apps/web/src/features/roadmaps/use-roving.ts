import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useFrame } from './map-frame';
import { idOf, nodeIn, nodesIn } from './nodes-in';
import { unanchored } from './selection';
import { type Box, type Direction, directions, moveAcross, moveFrom } from './spatial-move';

function boxesIn(map: HTMLElement): Box[] {
  return nodesIn(map).map((element) => {
    const card = element.closest('[data-card]') ?? element;
    const { left, top, right, bottom } = card.getBoundingClientRect();
    return { id: element.dataset.node ?? '', left, top, right, bottom };
  });
}

/** When the one at hand is gone from the map, its nearest follower stands for it, else the one before. */
export function standIn(id: string, before: readonly string[], now: readonly string[]): string | null {
  const at = before.indexOf(id);
  if (at < 0) return null;
  const isLeft = (each: string) => now.includes(each);
  return before.slice(at + 1).find(isLeft) ?? before.slice(0, at).findLast(isLeft) ?? null;
}

const laneOf = (element: Element | undefined) => element?.closest<HTMLElement>('[data-lane]') ?? null;
const laneIds = (element: Element | undefined) => nodesIn(laneOf(element)).map((each) => each.dataset.node ?? '');

/**
 * One stop for the Tab key, arrows from there. The focus never falls off the map when a topic is hidden, nor when its
 * card goes to another column: it stays in its own, at the next card.
 */
export function useRoving(map: RefObject<HTMLElement | null>, ids: readonly string[], here: string | null) {
  const { store, extend, toggleAll } = useFrame();
  const [chosen, setChosen] = useState<string | null>(null);
  const focused = useRef<string | null>(null);
  const lane = useRef<{ name: string | undefined; ids: readonly string[] }>({ name: undefined, ids: [] });
  const before = useRef(ids);
  const current =
    chosen && ids.includes(chosen)
      ? chosen
      : ((chosen && standIn(chosen, before.current, ids)) ?? (here && ids.includes(here) ? here : (ids[0] ?? null)));

  useLayoutEffect(() => {
    const gone = focused.current;
    before.current = ids;
    store.set({ stop: current });
    if (!gone || (ids.includes(gone) && document.activeElement !== document.body)) return;
    const inLane = nodesIn(map.current).filter((each) => laneOf(each)?.dataset.lane === lane.current.name);
    const left = lane.current.name
      ? standIn(
          gone,
          lane.current.ids,
          inLane.map((each) => each.dataset.node ?? ''),
        )
      : null;
    const next = left ?? current;
    setChosen(next);
    if (!next) return;
    // To give the focus the browser lays the page out. It does so for the next frame anyway, and the mark has changed by then.
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) nodeIn(map.current, next)?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [ids, current, map, store]);

  const move = useCallback(
    (id: string) => {
      setChosen(id);
      nodeIn(map.current, id)?.focus();
    },
    [map],
  );

  return {
    current,
    move,
    onFocus(event: FocusEvent) {
      focused.current = idOf(event.target);
      if (!focused.current) return;
      lane.current = { name: laneOf(event.target)?.dataset.lane, ids: laneIds(event.target) };
      setChosen(focused.current);
    },
    onBlur(event: FocusEvent) {
      // Blurred because it is gone: that is not leaving.
      if (event.target.isConnected) focused.current = null;
    },
    onKeyDown(event: KeyboardEvent) {
      const id = idOf(event.target);
      const isWithMod = event.ctrlKey || event.metaKey;
      if (!map.current || event.altKey) return;
      if (isWithMod && !event.shiftKey && event.key.toLowerCase() === 'a') {
        event.preventDefault();
        toggleAll(ids);
      }
      if (isWithMod || !id || !directions.has(event.key)) return;
      event.preventDefault();
      const step = laneOf(event.currentTarget.querySelector('[data-node]') ?? undefined) ? moveAcross : moveFrom;
      const to = step(boxesIn(map.current), id, event.key as Direction);
      if (to && event.shiftKey) extend(id, to);
      else store.set({ selection: unanchored(store.get().selection) });
      if (to) move(to);
    },
  };
}
