import type { TopicState } from '@waymark/contract';
import { type MouseEvent, type PointerEvent, useRef } from 'react';
import { topicsIn } from './map-filter';
import { useFrame } from './map-frame';
import { idOf } from './nodes-in';
import { roadmapText } from './roadmaps.text';
import { stateOf } from './topic-change';
import type { StageView } from './way-view';

/** Pixels from which a finger that goes sideways means it, and from which letting go does something. */
const beginsAt = 12;
const farEnough = 64;
const furthest = 96;
/** At the very edge a swipe is the browser's own: back and forth. */
const edge = 24;

/** To the right a step on, to the left a step back. */
const line: readonly TopicState[] = ['skipped', 'not_started', 'learning', 'done'];

interface Swipe {
  pointer: number;
  id: string;
  card: HTMLElement;
  x: number;
  y: number;
  by: number;
  isOn: boolean;
}

/**
 * A finger that goes sideways over a topic's line sets its next state, or the one before it. Up and down it scrolls
 * the page as ever: `touch-action` leaves that to the browser, which takes such a finger away from us. Whatever it
 * does, a tap on the mark, the menu and the keys do too.
 */
export function useSwipe(stages: readonly StageView[]) {
  const { canAct, set } = useFrame();
  const swipe = useRef<Swipe | null>(null);
  const wasSwiped = useRef(false);

  function next({ id, by }: Swipe): TopicState | undefined {
    const node = topicsIn(stages).find((each) => each.id === id);
    if (!node || Math.abs(by) < farEnough) return undefined;
    return line[line.indexOf(stateOf(node)) + Math.sign(by)];
  }

  function draw(now: Swipe): void {
    const state = next(now);
    now.card.style.translate = `${Math.max(-furthest, Math.min(furthest, now.by))}px`;
    now.card.dataset.swipe = state ? roadmapText.topic.set[state] : '';
  }

  function end(): void {
    swipe.current?.card.style.removeProperty('translate');
    delete swipe.current?.card.dataset.swipe;
    swipe.current = null;
  }

  return {
    onPointerDown({ target, pointerType, pointerId, isPrimary, clientX: x, clientY: y }: PointerEvent) {
      end();
      wasSwiped.current = false;
      const card = target instanceof Element ? target.closest<HTMLElement>('[data-card]') : null;
      const id = idOf(target);
      const isTheirs = x < edge || x > innerWidth - edge;
      if (!canAct || pointerType !== 'touch' || !isPrimary || !card || !id || isTheirs) return;
      swipe.current = { pointer: pointerId, id, card, x, y, by: 0, isOn: false };
    },
    onPointerMove({ pointerId, clientX, clientY }: PointerEvent) {
      const now = swipe.current;
      if (!now || now.pointer !== pointerId) return;
      now.by = clientX - now.x;
      const down = Math.abs(clientY - now.y);
      if (!now.isOn && down > beginsAt && down >= Math.abs(now.by)) return end();
      now.isOn ||= Math.abs(now.by) > beginsAt && Math.abs(now.by) > down;
      if (now.isOn) draw(now);
    },
    onPointerUp({ pointerId }: PointerEvent) {
      const now = swipe.current;
      if (!now || now.pointer !== pointerId) return;
      const state = now.isOn ? next(now) : undefined;
      wasSwiped.current = now.isOn;
      end();
      if (state) set([now.id], state);
    },
    onPointerCancel: end,
    /** The finger that ends a swipe opens nothing. */
    onClickCapture(event: MouseEvent) {
      if (!wasSwiped.current) return;
      wasSwiped.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
