import { everyPage } from '../text/every-page.text';
import { classes } from './classes';
import styles from './proof-bar.module.css';

interface ProofBarProps {
  counts: { required: number; done: number; shown: number; confirmed: number };
  /** What it says to those who hear it. Left out: the counts in words. */
  label?: string | undefined;
  size?: 's' | 'm' | undefined;
}

/** Confirmed is solid, shown hatched, learned outlined, and what is left dashed: read without colour. */
export function ProofBar({ counts, label = everyPage.bar(counts), size = 'm' }: ProofBarProps) {
  const parts = [
    ['confirmed', counts.confirmed],
    ['shown', counts.shown - counts.confirmed],
    ['learned', counts.done - counts.shown],
    ['rest', counts.required - counts.done],
  ] as const;
  return (
    <div className={classes(styles.bar, size === 's' && styles.small)} role="img" aria-label={label}>
      {parts.map(([kind, share]) =>
        share > 0 ? <span key={kind} className={styles[kind]} style={{ flexGrow: share }} /> : null,
      )}
      {counts.required === 0 && <span className={styles.rest} style={{ flexGrow: 1 }} />}
    </div>
  );
}
