import { type ReactNode, use, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import styles from './page-head.module.css';
import { SiteName } from './site-name';

interface PageHeadProps {
  title: string;
  eyebrow?: ReactNode;
  /** What stands beside the title: figures, actions. */
  children?: ReactNode;
}

/** The page's one h1. Names the tab, and takes the focus after a change of page, as a page load would. */
export function PageHead({ title, eyebrow, children }: PageHeadProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const siteName = use(SiteName);
  const { key } = useLocation();
  const isFirstPage = useRef(key === 'default');
  useEffect(() => {
    document.title = `${title} · ${siteName}`;
  }, [title, siteName]);
  useEffect(() => {
    // Who has begun to use the page while it loaded is left where they are.
    const inUse = document.activeElement?.closest('main');
    if (!isFirstPage.current && !inUse) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <header className={styles.head}>
      <div>
        {eyebrow && <p className={styles.eyebrow}>{eyebrow}</p>}
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
      </div>
      {children && <div className={styles.beside}>{children}</div>}
    </header>
  );
}
