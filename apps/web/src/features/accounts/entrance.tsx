import type { ReactNode } from 'react';
import layout from '../../ui/layout.module.css';
import { PageHead } from '../../ui/page-head';
import styles from './entrance.module.css';

/** The frame of sign-up and sign-in: one column beside the head of a trail. */
export function Entrance({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <div className={layout.narrow}>
      <svg className={styles.trail} viewBox="0 0 60 520" aria-hidden="true">
        <path d="M30 516 C12 430 52 372 30 292 S10 168 30 96" />
        <rect x="13" y="16" width="34" height="62" rx="7" />
      </svg>
      <PageHead title={title} />
      <div className={styles.inside}>
        <p className={styles.lead}>{lead}</p>
        {children}
      </div>
    </div>
  );
}
