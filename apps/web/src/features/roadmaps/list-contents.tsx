import styles from './list-contents.module.css';

export interface Contents {
  title: string | null;
  links: { id: string; title: string }[];
}

/** The page's own contents, beside it where there is room; the headings lead through it everywhere else. */
export function ListContents({ label, groups }: { label: string; groups: readonly Contents[] }) {
  return (
    <nav className={styles.contents} aria-label={label}>
      {groups.map((group) => (
        <div key={group.title ?? label}>
          {group.title && <p className={styles.group}>{group.title}</p>}
          <ul className={styles.links}>
            {group.links.map((link) => (
              <li key={link.id}>
                <a href={`#${link.id}`}>{link.title}</a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
