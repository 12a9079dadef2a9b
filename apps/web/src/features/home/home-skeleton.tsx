import { Skeleton } from '../../ui/skeleton';
import styles from './home.module.css';

/** Holds the places of what will stand there. */
export function HomeSkeleton() {
  return (
    <div className={styles.grid}>
      <div className={styles.column}>
        <Skeleton lines={1} height={254} />
        <Skeleton lines={4} height={52} />
      </div>
      <div className={styles.column}>
        <Skeleton lines={4} height={32} />
        <Skeleton lines={1} height={196} />
        <Skeleton lines={1} height={140} />
      </div>
    </div>
  );
}
