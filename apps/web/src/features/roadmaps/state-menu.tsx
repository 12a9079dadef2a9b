import type { TopicState } from '@waymark/contract';
import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import { Kbd } from '../../ui/kbd';
import { Mark } from '../../ui/mark';
import { useFrame } from './map-frame';
import { roadmapText } from './roadmaps.text';
import styles from './state-menu.module.css';
import { stateOf } from './topic-change';
import type { TopicNode } from './way-view';

const text = roadmapText.topic;

const states: readonly { state: TopicState; key: string }[] = [
  { state: 'done', key: 'D' },
  { state: 'learning', key: 'L' },
  { state: 'skipped', key: 'S' },
  { state: 'not_started', key: 'R' },
];

const steps: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at, last) => (at === last ? 0 : at + 1),
  ArrowUp: (at, last) => (at === 0 ? last : at - 1),
  Home: () => 0,
  End: (_, last) => last,
};

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  if (!step) return;
  event.preventDefault();
  event.stopPropagation();
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=menuitemradio]')];
  items[step(items.indexOf(document.activeElement as HTMLElement), items.length - 1)]?.focus();
}

interface StateMenuProps {
  node: TopicNode;
  /** The card that was held: the menu opens at it, and the focus goes back to it. */
  at: HTMLElement;
  onClose: () => void;
}

/** The four states of one topic, where it was held or where its context-menu key was pressed. */
export function StateMenu({ node, at, onClose }: StateMenuProps) {
  const { set } = useFrame();
  const panel = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const menu = panel.current;
    if (!menu) return;
    menu.showPopover();
    const card = at.getBoundingClientRect();
    const { width, height } = menu.getBoundingClientRect();
    menu.style.left = `${Math.max(8, Math.min(card.left + 8, document.documentElement.clientWidth - width - 8))}px`;
    menu.style.top = `${Math.max(8, Math.min(card.bottom + 4, innerHeight - height - 8))}px`;
    menu.querySelector<HTMLElement>('[aria-checked=true]')?.focus();
  }, [at]);
  const current = stateOf(node);
  return (
    <div
      ref={panel}
      popover="auto"
      role="menu"
      tabIndex={-1}
      aria-label={text.statesOf(node.topic.title)}
      className={styles.menu}
      onKeyDown={moveFocus}
      onToggle={(event) => {
        if (event.newState === 'closed') onClose();
      }}
    >
      {states.map(({ state, key }) => (
        <button
          key={state}
          type="button"
          role="menuitemradio"
          aria-checked={state === current}
          className={styles.item}
          onClick={() => {
            panel.current?.hidePopover();
            set([node.id], state);
          }}
        >
          <Mark kind={state === 'done' ? (node.progress?.proof ?? 'learned') : state} label={null} size={22} />
          {text.set[state]}
          <span className={styles.key} aria-hidden="true">
            <Kbd>{key}</Kbd>
          </span>
        </button>
      ))}
    </div>
  );
}
