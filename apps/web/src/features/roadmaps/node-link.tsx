import type { ReactNode } from 'react';
import layout from '../../ui/layout.module.css';
import { mapText } from './map.text';
import { useFrame } from './map-frame';
import { useAttention } from './map-store';
import styles from './node-link.module.css';

interface NodeLinkProps {
  node: { kind: 'topic' | 'choice'; id: string };
  /** What those hear who do not see its mark; begins with its title. */
  label: string;
  isHere?: boolean | undefined;
  className?: string | undefined;
  children: ReactNode;
}

/**
 * Opens a topic or choice beside the map. While one is open the next takes its place in the history, so that Back
 * leads to the map. A plain link and no `Link`: that one is drawn again with every change of the address. Where it opens
 * nowhere it is words.
 */
export function NodeLink({ node, label, isHere = false, className, children }: NodeLinkProps) {
  const { pathTo, store, click } = useFrame();
  const { id } = node;
  const isOpen = useAttention(store, (now) => now.openId === id);
  const isStop = useAttention(store, (now) => now.stop === id);
  const isSelected = useAttention(store, (now) => now.selection.ids.has(id));
  const path = pathTo(node);
  if (path === null) {
    return (
      <span className={className} data-here={isHere || undefined}>
        <span className={styles.seen} aria-hidden="true">
          {children}
        </span>
        <span className={layout.heard}>{label}</span>
      </span>
    );
  }
  return (
    <a
      href={path}
      className={className}
      aria-label={isSelected ? mapText.bulk.isSelected(label) : label}
      tabIndex={isStop ? 0 : -1}
      draggable={false}
      data-node={id}
      data-keeps-focus
      data-here={isHere || undefined}
      data-selected={isSelected || undefined}
      aria-current={isOpen ? 'page' : isHere ? 'step' : undefined}
      onClick={(event) => click(node, event)}
    >
      {children}
    </a>
  );
}
