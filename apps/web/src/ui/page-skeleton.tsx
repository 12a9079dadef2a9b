import layout from './layout.module.css';
import styles from './page-skeleton.module.css';
import { Skeleton } from './skeleton';

/** While a page's own script is on its way. */
export function PageSkeleton() {
  return (
    <div className={layout.wrap}>
      <div className={styles.page}>
        <Skeleton lines={1} height={52} />
        <Skeleton lines={6} height={28} />
      </div>
    </div>
  );
}
