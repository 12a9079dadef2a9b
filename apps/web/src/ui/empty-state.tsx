import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

interface EmptyStateProps {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}

/** Nothing here yet: says why, and leads on. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <svg viewBox="0 0 120 40" width="120" height="40" aria-hidden="true" className={styles.trail}>
        <path d="M4 34 C30 30 34 12 60 14 S96 28 116 8" fill="none" stroke="currentColor" strokeWidth="3" />
        <rect x="53" y="3" width="12" height="22" rx="2.5" />
      </svg>
      <p className={styles.title}>{title}</p>
      {children && <div className={styles.words}>{children}</div>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
