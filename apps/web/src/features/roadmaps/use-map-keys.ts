import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useKeys } from '../../ui/use-keys';
import type { MapActs } from './map-context';
import { roadmapText } from './roadmaps.text';
import { type Box, type Direction, directions, moveFrom } from './spatial-move';
import { changeOf, skipChange } from './topic-change';
import type { StageView, WayView } from './way-view';

const text = roadmapText.keys;

const idOf = (target: EventTarget | null) =>
  target instanceof Element ? (target.closest<HTMLElement>('[data-node]')?.dataset.node ?? null) : null;

const nodesIn = (map: HTMLElement | null) => [...(map?.querySelectorAll<HTMLElement>('[data-node]') ?? [])];

function boxesIn(map: HTMLElement): Box[] {
  return nodesIn(map).map((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return { id: element.dataset.node ?? '', left, top, right, bottom };
  });
}

/** Found by comparing, since an id out of an address can be anything. */
export function nodeIn(map: HTMLElement | null, id: string): HTMLElement | undefined {
  return nodesIn(map).find((element) => element.dataset.node === id);
}

/** Ids in reading order, as both views draw them. */
export function visibleIds(stages: readonly StageView[]): string[] {
  return stages.flatMap((stage) =>
    stage.sections.flatMap((section) =>
      section.nodes.flatMap((node) =>
        node.kind === 'choice' ? [node.id, ...node.options.map((option) => option.id)] : [node.id],
      ),
    ),
  );
}

/** When the one at hand is gone from the map, its nearest follower stands for it, else the one before. */
export function standIn(id: string, before: readonly string[], now: readonly string[]): string | null {
  const at = before.indexOf(id);
  if (at < 0) return null;
  const isLeft = (each: string) => now.includes(each);
  return before.slice(at + 1).find(isLeft) ?? before.slice(0, at).findLast(isLeft) ?? null;
}

/** One stop for the Tab key, arrows from there. The focus never falls off the map when a topic is hidden. */
export function useRoving(map: RefObject<HTMLElement | null>, ids: readonly string[], here: string | null) {
  const [chosen, setChosen] = useState<string | null>(null);
  const focused = useRef<string | null>(null);
  const before = useRef(ids);
  const current =
    chosen && ids.includes(chosen)
      ? chosen
      : ((chosen && standIn(chosen, before.current, ids)) ?? (here && ids.includes(here) ? here : (ids[0] ?? null)));
  useLayoutEffect(() => {
    const gone = focused.current;
    if (gone && !ids.includes(gone)) {
      setChosen(current);
      if (current) nodeIn(map.current, current)?.focus();
    }
    before.current = ids;
  }, [ids, current, map]);
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
      if (focused.current) setChosen(focused.current);
    },
    onBlur(event: FocusEvent) {
      // Blurred because it is gone: that is not leaving.
      if (event.target.isConnected) focused.current = null;
    },
    onKeyDown(event: KeyboardEvent) {
      if (!map.current || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (!directions.has(event.key) || !idOf(event.target)) return;
      event.preventDefault();
      const to = moveFrom(boxesIn(map.current), idOf(event.target), event.key as Direction);
      if (to) move(to);
    },
  };
}

interface KeysOf {
  view: WayView;
  openId: string | null;
  acts: MapActs | null;
  isSheet: boolean;
  onClose: () => void;
}

/** D, L, S and R set the topic in focus, else the one that is open. */
export function useMapKeys({ view, openId, acts, isSheet, onClose }: KeysOf): void {
  const set = (state: 'learning' | 'done' | 'skipped' | 'not_started') => {
    const node = view.nodes.get(idOf(document.activeElement) ?? openId ?? '');
    if (!node || !acts) return;
    if (node.kind === 'topic') {
      if ((node.progress?.state ?? 'not_started') !== state) acts.make(changeOf(view, node, state));
    } else if (node.taken.length === 0 && state === 'skipped' && !node.isSkipped) {
      acts.make(skipChange(node, false), roadmapText.choice.skippedSaid(node.choice.title));
    } else if (state === 'not_started' && node.isSkipped) {
      acts.make(skipChange(node, true), roadmapText.choice.backSaid(node.choice.title));
    }
  };
  const { group } = text;
  // These two are heard where the focus is, on the map; here they stand for the list of keys.
  const elsewhere = () => {};
  useKeys(
    { [text.arrowNames]: { text: text.arrows, run: elsewhere }, Enter: { text: text.enter, run: elsewhere } },
    { group },
  );
  useKeys(
    {
      l: { text: text.learning, run: () => set('learning') },
      d: { text: text.done, run: () => set('done') },
      s: { text: text.skip, run: () => set('skipped') },
      r: { text: text.reset, run: () => set('not_started') },
      u: { text: text.undo, run: () => acts?.undo() },
    },
    { group, when: acts !== null, inDialog: isSheet },
  );
  useKeys({ Escape: { text: text.close, run: onClose } }, { group, when: openId !== null && !isSheet });
}
