import { Mark } from '../../ui/mark';
import { home } from './home.text';
import rows from './rows.module.css';
import styles from './three-things.module.css';

const text = home.first;

/** What the marks will mean, for who has made none yet. */
export function ThreeThings() {
  return (
    <section className={rows.section} aria-labelledby="three-things">
      <h2 id="three-things">{text.title}</h2>
      <ol className={styles.points}>
        {text.points.map(([mark, claim, more]) => (
          <li key={mark}>
            <Mark kind={mark} label={null} size={32} />
            <div>
              <p className={styles.claim}>{claim}</p>
              <p className={styles.more}>{more}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
