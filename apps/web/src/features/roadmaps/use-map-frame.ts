import type { TopicState } from '@waymark/contract';
import { type RefObject, useLayoutEffect, useMemo, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { mapText } from './map.text';
import { pathOf, useMap } from './map-context';
import type { MapFrame } from './map-frame';
import type { MapStore } from './map-store';
import { idsIn, nodeIn } from './nodes-in';
import { extended, noSelection, type Selection, toggled, withAll } from './selection';
import { changeOfMany, stateOf } from './topic-change';

/** The frame of this map: its acts reach for what is latest when they are called, and so never change themselves. */
export function useMapFrame(store: MapStore, map: RefObject<HTMLElement | null>): MapFrame {
  const value = useMap();
  const location = useLocation();
  const navigate = useNavigate();
  /** What a topic was before its mark was tapped. */
  const before = useRef(new Map<string, TopicState>());
  const latest = useRef({ value, location, navigate });
  useLayoutEffect(() => {
    latest.current = { value, location, navigate };
  });
  const { roadmap, shownIn, unread } = value;
  const isMine = value.enrolment !== null;
  const canAct = value.acts !== null;
  const hidesHours = value.enrolment?.plan.hideEstimates ?? false;
  return useMemo(() => {
    const isTopic = (id: string) => latest.current.value.view.nodes.get(id)?.kind === 'topic';
    const select = (change: (now: Selection) => Selection) => {
      if (canAct) store.set({ selection: change(store.get().selection) });
    };

    const set: MapFrame['set'] = (ids, state, known) => {
      const { view, acts } = latest.current.value;
      const nodes = ids.flatMap((id) => view.nodes.get(id) ?? []).filter((node) => node.kind === 'topic');
      const change = changeOfMany(view, nodes, state, known);
      const count = Object.keys(change.topics).length;
      if (count === 0) return;
      if (known) acts?.make(change, mapText.bulk.knownSaid(count));
      else acts?.make(change);
    };

    const extend: MapFrame['extend'] = (from, to) =>
      select((now) => {
        const { ids, ...next } = extended({ ...now, anchor: now.anchor ?? from }, idsIn(map.current), to);
        return { ...next, ids: new Set([...ids].filter(isTopic)) };
      });

    const open = (node: Parameters<MapFrame['click']>[0]) => {
      const { location: at, navigate: go } = latest.current;
      const { openId } = store.get();
      const to = { pathname: pathOf(roadmap.slug, node), search: at.search };
      go(to, { replace: openId !== null, state: openId === null ? { fromMap: at.search } : at.state });
    };

    return {
      roadmap,
      store,
      isMine,
      canAct,
      hidesHours,
      shownIn,
      unread,
      pathTo: (node) => pathOf(roadmap.slug, node),
      set,
      tap(node) {
        const state = stateOf(node);
        if (state !== 'done') before.current.set(node.id, state);
        set([node.id], state === 'done' ? (before.current.get(node.id) ?? 'not_started') : 'done');
      },
      setSelected(state, known) {
        const { ids, isOn } = store.get().selection;
        set([...ids], state, known);
        store.set({ selection: { ...noSelection, isOn } });
      },
      toggle(id) {
        if (isTopic(id)) select((now) => toggled(now, id));
      },
      toggleAll: (ids) => select((now) => withAll(now, ids.filter(isTopic))),
      extend,
      toMap: () => nodeIn(map.current, store.get().stop ?? '')?.focus({ preventScroll: true }),
      click(node, event) {
        if (event.button !== 0 || event.altKey || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        const { selection, stop } = store.get();
        if (canAct && event.shiftKey) extend(stop, node.id);
        else if (selection.isOn && node.kind === 'topic') select((now) => toggled(now, node.id));
        else open(node);
      },
    };
  }, [roadmap, store, isMine, canAct, hidesHours, shownIn, unread, map]);
}
