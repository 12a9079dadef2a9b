import type { TopicState } from '@waymark/contract';
import { useKeys } from '../../ui/use-keys';
import type { MapActs } from './map-context';
import { useFrame } from './map-frame';
import { useAttention } from './map-store';
import { idOf } from './nodes-in';
import { roadmapText } from './roadmaps.text';
import { noSelection } from './selection';
import { skipChange } from './topic-change';
import type { ChoiceNode, WayView } from './way-view';

const text = roadmapText.keys;

interface KeysOf {
  view: WayView;
  openId: string | null;
  acts: MapActs | null;
  isSheet: boolean;
  onClose: () => void;
}

/** A choice is skipped whole, and brought back whole; its other states are those of its ways. */
function setChoice(node: ChoiceNode, state: TopicState, acts: MapActs): void {
  const { title } = node.choice;
  if (node.taken.length === 0 && state === 'skipped' && !node.isSkipped) {
    acts.make(skipChange(node, false), roadmapText.choice.skippedSaid(title));
  } else if (state === 'not_started' && node.isSkipped) {
    acts.make(skipChange(node, true), roadmapText.choice.backSaid(title));
  }
}

/** D, L, S and R set what is selected, else the topic in focus, else the one that is open. */
export function useMapKeys({ view, openId, acts, isSheet, onClose }: KeysOf): void {
  const { store, set, setSelected, toggle } = useFrame();
  const isSelecting = useAttention(store, ({ selection }) => selection.isOn || selection.ids.size > 0);
  const press = (state: TopicState) => {
    if (!acts) return;
    if (store.get().selection.ids.size > 0) {
      setSelected(state);
      return;
    }
    const node = view.nodes.get(idOf(document.activeElement) ?? openId ?? '');
    if (node?.kind === 'topic') set([node.id], state);
    else if (node) setChoice(node, state, acts);
  };
  const { group } = text;
  // These are heard where the focus is, on the map; here they stand for the list of keys.
  const elsewhere = () => {};
  useKeys(
    { [text.arrowNames]: { text: text.arrows, run: elsewhere }, Enter: { text: text.enter, run: elsewhere } },
    { group },
  );
  useKeys(
    {
      l: { text: text.learning, run: () => press('learning') },
      d: { text: text.done, run: () => press('done') },
      s: { text: text.skip, run: () => press('skipped') },
      r: { text: text.reset, run: () => press('not_started') },
      u: { text: text.undo, run: () => acts?.undo() },
    },
    { group, when: acts !== null, inDialog: isSheet },
  );
  useKeys(
    {
      x: { text: text.select, run: () => toggle(idOf(document.activeElement) ?? '') },
      [text.rangeNames]: { text: text.range, run: elsewhere },
      [text.allNames]: { text: text.all, run: elsewhere },
      [text.menuNames]: { text: text.menu, run: elsewhere },
    },
    { group, when: acts !== null },
  );
  useKeys({ Escape: { text: text.close, run: onClose } }, { group, when: openId !== null && !isSheet });
  const letGo = () => store.set({ selection: noSelection });
  useKeys({ Escape: { text: text.letGo, run: letGo } }, { group, when: isSelecting && !isSheet });
}
