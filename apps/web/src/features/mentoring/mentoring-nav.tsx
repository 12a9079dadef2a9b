import styles from './mentoring-nav.module.css';
import { mentoringNavText } from './mentoring-nav.text';

interface Counted {
  data: { pages: readonly { items: readonly unknown[] }[] } | undefined;
  hasNextPage: boolean;
}

/** How many there are, as far as they were read; a plus where there are more. */
export function countOf({ data, hasNextPage }: Counted): string {
  if (!data) return '';
  const count = data.pages.reduce((total, page) => total + page.items.length, 0);
  return `${count.toLocaleString()}${hasNextPage ? '+' : ''}`;
}

interface Place {
  /** Of the heading that it leads to. */
  id: string;
  label: string;
  count?: string;
}

/** The parts of the page in their order, with how much waits in each. */
export function MentoringNav({ places }: { places: readonly Place[] }) {
  return (
    <nav className={styles.nav} aria-label={mentoringNavText.label}>
      <ul>
        {places.map(({ id, label, count }) => (
          <li key={id}>
            <a href={`#${id}`}>
              {label} {count && <span className={styles.count}>{count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
