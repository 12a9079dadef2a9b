import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { pathOf, useMap } from './map-context';
import { useTabIndex } from './roving-context';

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
 * leads to the map.
 */
export function NodeLink({ node, label, isHere = false, className, children }: NodeLinkProps) {
  const { roadmap, openId } = useMap();
  const location = useLocation();
  const isOpen = openId === node.id;
  return (
    <Link
      to={pathOf(roadmap.slug, node)}
      replace={openId !== null}
      state={openId === null ? { fromMap: true } : location.state}
      preventScrollReset
      className={className}
      aria-label={label}
      tabIndex={useTabIndex(node.id)}
      data-node={node.id}
      data-here={isHere || undefined}
      aria-current={isOpen ? 'page' : isHere ? 'step' : undefined}
    >
      {children}
    </Link>
  );
}
