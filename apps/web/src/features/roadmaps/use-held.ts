import { type KeyboardEvent, type MouseEvent, type PointerEvent, useRef, useState } from 'react';
import { useFrame } from './map-frame';
import { idOf } from './nodes-in';

const holdMs = 500;
/** A finger is never quite still. */
const stillWithin = 10;

export interface Held {
  id: string;
  at: HTMLElement;
}

/**
 * Which card was held by a finger, or had its context-menu key pressed. A mouse keeps the browser's own menu.
 */
export function useHeld() {
  const { canAct } = useFrame();
  const [held, setHeld] = useState<Held | null>(null);
  const press = useRef({ timer: 0, x: 0, y: 0, kind: '', isHeld: false });

  function open(target: EventTarget | null): boolean {
    const card = target instanceof Element ? target.closest<HTMLElement>('[data-card]') : null;
    const id = idOf(target);
    if (!canAct || !card || !id) return false;
    setHeld({ id, at: card });
    return true;
  }

  const stop = () => clearTimeout(press.current.timer);

  return {
    held,
    close: () => setHeld(null),
    handlers: {
      onPointerDown({ target, pointerType, clientX, clientY }: PointerEvent) {
        stop();
        press.current = { timer: 0, x: clientX, y: clientY, kind: pointerType, isHeld: false };
        if (pointerType !== 'touch') return;
        press.current.timer = window.setTimeout(() => {
          press.current.isHeld = open(target);
        }, holdMs);
      },
      onPointerMove({ clientX, clientY }: PointerEvent) {
        const { x, y } = press.current;
        if (Math.hypot(clientX - x, clientY - y) > stillWithin) stop();
      },
      onPointerUp: stop,
      onPointerCancel: stop,
      /** The tap that ends the holding opens nothing. */
      onClickCapture(event: MouseEvent) {
        if (!press.current.isHeld) return;
        press.current.isHeld = false;
        event.preventDefault();
        event.stopPropagation();
      },
      onKeyDownCapture(event: KeyboardEvent) {
        press.current.kind = 'key';
        const isMenuKey = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
        if (isMenuKey && open(event.target)) event.preventDefault();
      },
      onContextMenu(event: MouseEvent) {
        if (press.current.kind === 'mouse' || press.current.kind === '') return;
        const isOurs = press.current.kind === 'key' ? held !== null : press.current.isHeld || open(event.target);
        if (!isOurs) return;
        if (press.current.kind === 'touch') {
          stop();
          press.current.isHeld = true;
        }
        event.preventDefault();
      },
    },
  };
}
