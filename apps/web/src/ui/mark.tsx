import type { ReactNode } from 'react';
import { common } from '../text/common.text';
import { classes } from './classes';
import styles from './mark.module.css';

export type MarkKind = 'not_started' | 'learning' | 'learned' | 'shown' | 'confirmed' | 'skipped';

const frame = <rect x="5" y="3" width="10" height="18" rx="2" fill="none" stroke="currentColor" strokeWidth="1.75" />;
const tick = { fill: 'none', strokeLinecap: 'round', strokeLinejoin: 'round' } as const;

/** A painted trail blaze is an upright rectangle; two of them, offset, mean "confirmed, go this way". */
const drawings: Record<MarkKind, ReactNode> = {
  not_started: frame,
  learning: (
    <>
      {frame}
      <path d="M5.9 12h8.2v7.2a1 1 0 0 1-1 1H6.9a1 1 0 0 1-1-1z" className={styles.half} />
      <path d="M5.5 12h9" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
  learned: (
    <>
      {frame}
      <path d="M7.4 12.4l2 2.2 3.4-4.6" stroke="currentColor" strokeWidth="1.9" {...tick} />
    </>
  ),
  shown: (
    <>
      <rect x="4.2" y="2.2" width="11.6" height="19.6" rx="2.4" fill="currentColor" />
      <path d="M7.2 12.4l2.1 2.2 3.6-4.8" className={styles.cut} strokeWidth="2" {...tick} />
    </>
  ),
  confirmed: (
    <>
      <rect x="1" y="6" width="9" height="16.4" rx="2" fill="currentColor" />
      <rect x="11" y="1.6" width="8" height="16.4" rx="2" fill="currentColor" />
      <path d="M3 14.2l1.7 1.9 2.8-3.8" className={styles.cut} strokeWidth="1.8" {...tick} />
    </>
  ),
  skipped: (
    <>
      <rect
        x="5"
        y="3"
        width="10"
        height="18"
        rx="2"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeDasharray="2.5 2.5"
      />
      <path d="M3 19L17 5" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />
    </>
  ),
};

interface MarkProps {
  kind: MarkKind;
  /** `null`: decorative, since the word stands beside it. Left out: the mark's own name. */
  label?: string | null | undefined;
  /** Height in pixels. */
  size?: number | undefined;
}

export function Mark({ kind, label = common.marks[kind], size = 24 }: MarkProps) {
  const told = label === null ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: told by aria-label, which shows no tooltip
    <svg
      className={classes(styles.mark, styles[kind])}
      viewBox="0 0 20 24"
      width={(size * 20) / 24}
      height={size}
      {...told}
    >
      {drawings[kind]}
    </svg>
  );
}
