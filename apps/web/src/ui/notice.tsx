import type { ReactNode } from 'react';
import { classes } from './classes';
import styles from './notice.module.css';

interface NoticeProps {
  tone: 'info' | 'alarm' | 'good';
  title?: ReactNode;
  children: ReactNode;
  action?: ReactNode;
}

/** Stays where it stands, unlike a toast. An alarm is heard at once, the rest politely. */
export function Notice({ tone, title, children, action }: NoticeProps) {
  return (
    <div className={classes(styles.notice, styles[tone])} role={tone === 'alarm' ? 'alert' : 'status'}>
      <div className={styles.words}>
        {title && <p className={styles.title}>{title}</p>}
        <div>{children}</div>
      </div>
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
