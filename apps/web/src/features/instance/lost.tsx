import type { ReactNode } from 'react';
import layout from '../../ui/layout.module.css';
import { PageHead } from '../../ui/page-head';
import styles from './lost.module.css';

interface LostProps {
  title: string;
  text: string;
  children: ReactNode;
}

/** Off the trail: what happened, and the ways back. */
export function Lost({ title, text, children }: LostProps) {
  return (
    <div className={layout.wrap}>
      <svg className={styles.drawing} viewBox="0 0 320 120" aria-hidden="true">
        <path className={styles.trail} d="M8 104 C70 98 66 52 128 56" />
        <path className={styles.gone} d="M128 56 C170 59 176 92 214 88 S262 40 312 30" />
        <rect className={styles.post} x="118" y="22" width="20" height="36" rx="4" />
        <path className={styles.cross} d="M206 78l16 20M222 78l-16 20" />
      </svg>
      <PageHead title={title} />
      <div className={layout.stack}>
        <p>{text}</p>
        <div className={layout.row}>{children}</div>
      </div>
    </div>
  );
}
