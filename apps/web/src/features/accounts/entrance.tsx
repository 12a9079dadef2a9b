import { type ReactNode, useEffect, useRef } from 'react';
import layout from '../../ui/layout.module.css';
import { PageHead } from '../../ui/page-head';
import styles from './entrance.module.css';

interface EntranceProps {
  title: string;
  lead?: string | undefined;
  /** It came in the place of a form: the focus goes to its head, from a button that is there no more. */
  isAnswer?: boolean | undefined;
  children: ReactNode;
}

/** The frame of sign-up, sign-in and what letters lead to: one column beside the head of a trail. */
export function Entrance({ title, lead, isAnswer = false, children }: EntranceProps) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isAnswer) frame.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }, [isAnswer]);
  return (
    <div ref={frame} className={layout.narrow}>
      <svg className={styles.trail} viewBox="0 0 60 520" aria-hidden="true">
        <path d="M30 516 C12 430 52 372 30 292 S10 168 30 96" />
        <rect x="13" y="16" width="34" height="62" rx="7" />
      </svg>
      <PageHead title={title} />
      <div className={styles.inside}>
        {lead && <p className={styles.lead}>{lead}</p>}
        {children}
      </div>
    </div>
  );
}
