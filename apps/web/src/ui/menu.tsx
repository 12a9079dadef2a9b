import { type ReactNode, useId, useRef } from 'react';
import styles from './menu.module.css';

interface MenuProps {
  label: string;
  trigger: ReactNode;
  children: ReactNode;
}

/** A button and what it opens under itself: the browser's own popover, closed by Escape and by a click elsewhere. */
export function Menu({ label, trigger, children }: MenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  return (
    <>
      <button ref={button} type="button" className={styles.trigger} popoverTarget={id} aria-label={label}>
        {trigger}
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a link or button inside is what was pressed */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
      <div
        ref={panel}
        id={id}
        popover="auto"
        className={styles.panel}
        onBeforeToggle={(event) => {
          const at = button.current?.getBoundingClientRect();
          if (event.newState !== 'open' || !at) return;
          event.currentTarget.style.top = `${at.bottom + 8}px`;
          event.currentTarget.style.right = `${Math.max(8, document.documentElement.clientWidth - at.right)}px`;
        }}
        onClick={(event) => {
          if ((event.target as Element).closest('a, [data-closes]')) panel.current?.hidePopover();
        }}
      >
        {children}
      </div>
    </>
  );
}
