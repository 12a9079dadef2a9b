import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview';
import type { TopicState } from '@waymark/contract';
import styles from './board.module.css';
import { mapText } from './map.text';
import type { MapFrame } from './map-frame';

const text = mapText.board;

/** What is dragged: the card, or with a selected card all that is selected. */
function idsWith({ store }: MapFrame, id: string): string[] {
  const { ids } = store.get().selection;
  return ids.has(id) ? [...ids] : [id];
}

const idsOf = (data: Record<string, unknown>) => (Array.isArray(data.ids) ? data.ids.map(String) : []);

/** Makes a card one that can be dragged by a mouse or pen; a finger holds it for its menu instead. */
export function dragCard(
  element: HTMLElement,
  id: string,
  title: string,
  frame: MapFrame,
  onDrag: (isDragged: boolean) => void,
): () => void {
  let isFinger = false;
  const touch = (event: PointerEvent) => {
    isFinger = event.pointerType === 'touch';
  };
  element.addEventListener('pointerdown', touch);
  const stop = draggable({
    element,
    canDrag: () => !isFinger,
    getInitialData: () => ({ ids: idsWith(frame, id), title }),
    onGenerateDragPreview({ nativeSetDragImage, source }) {
      const { length } = idsOf(source.data);
      if (length < 2) return;
      setCustomNativeDragPreview({
        nativeSetDragImage,
        render({ container }) {
          const preview = document.createElement('div');
          preview.className = styles.preview ?? '';
          preview.textContent = text.many(length);
          container.append(preview);
        },
      });
    },
    onDragStart: () => onDrag(true),
    onDrop: () => onDrag(false),
  });
  return () => {
    element.removeEventListener('pointerdown', touch);
    stop();
  };
}

export function dropOnColumn(element: HTMLElement, state: TopicState, onOver: (isOver: boolean) => void): () => void {
  return dropTargetForElements({
    element,
    getData: () => ({ state }),
    onDragEnter: () => onOver(true),
    onDragLeave: () => onOver(false),
    onDrop: () => onOver(false),
  });
}

/** Sets what is let go over a column, as one act, and says what is under way to those who do not see it. */
export function watchDrags(frame: MapFrame, say: (words: string) => void): () => void {
  const what = (data: Record<string, unknown>) => {
    const { length } = idsOf(data);
    return length > 1 ? text.many(length) : String(data.title);
  };
  const stateAt = (targets: readonly { data: Record<string | symbol, unknown> }[]) =>
    targets[0]?.data.state as TopicState | undefined;
  return monitorForElements({
    onDragStart: ({ source }) => say(text.held(what(source.data))),
    onDropTargetChange({ source, location }) {
      const state = stateAt(location.current.dropTargets);
      if (state) say(text.over(what(source.data), text.states[state]));
    },
    onDrop({ source, location }) {
      const state = stateAt(location.current.dropTargets);
      say(state ? '' : text.letGo(what(source.data)));
      const ids = idsOf(source.data);
      if (state && ids.length > 1) frame.setSelected(state);
      else if (state) frame.set(ids, state);
    },
  });
}
