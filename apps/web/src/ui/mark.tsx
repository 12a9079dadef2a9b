import { type MarkKind, type MarkPart, markParts } from '@waymark/contract/rules';
import type { SVGProps } from 'react';
import { everyPage } from '../text/every-page.text';
import { classes } from './classes';
import styles from './mark.module.css';

export type { MarkKind };

const round = { fill: 'none', strokeLinecap: 'round', strokeLinejoin: 'round' } as const;
/** How a part is painted; its shape is the contract's, since badges draw it, too. */
const paints: Record<MarkPart['as'], SVGProps<SVGPathElement>> = {
  frame: { fill: 'none', stroke: 'currentColor' },
  line: { ...round, stroke: 'currentColor' },
  plane: { fill: 'currentColor' },
  half: { className: styles.half },
  cut: { ...round, className: styles.cut },
};

interface MarkProps {
  kind: MarkKind;
  /** `null`: decorative, since the word stands beside it. Left out: the mark's own name. */
  label?: string | null | undefined;
  /** Height in pixels. */
  size?: number | undefined;
}

export function Mark({ kind, label = everyPage.marks[kind], size = 24 }: MarkProps) {
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
      {markParts[kind].map(({ as, path, width, dashes }) => (
        <path key={path} d={path} strokeWidth={width} strokeDasharray={dashes} {...paints[as]} />
      ))}
    </svg>
  );
}
