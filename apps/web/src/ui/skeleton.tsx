import { everyPage } from '../text/every-page.text';
import styles from './skeleton.module.css';

interface SkeletonProps {
  lines?: number | undefined;
  /** Of each line, in pixels: as high as what will stand there, so that nothing jumps. */
  height?: number | undefined;
}

export function Skeleton({ lines = 3, height = 20 }: SkeletonProps) {
  return (
    <div className={styles.skeleton} role="status" aria-label={everyPage.loading}>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name and never move
        <span key={line} className={styles.line} style={{ height }} />
      ))}
    </div>
  );
}
