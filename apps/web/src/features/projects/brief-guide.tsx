import type { Brief } from '@waymark/contract';
import { Mark } from '../../ui/mark';
import styles from './brief-guide.module.css';
import { projectsText } from './projects.text';

const text = projectsText.brief;

/** The brief beside the form, for orientation: what it asks for is checked with a mentor, not here. */
export function BriefGuide({ brief }: { brief: Brief }) {
  const { min, max } = brief.effortHours;
  // On a phone the form itself must come into sight.
  const isWide = window.matchMedia('(min-width: 901px)').matches;
  return (
    <section className={styles.guide} aria-label={`${text.eyebrow} ${brief.title}`}>
      <p className={styles.eyebrow}>{text.eyebrow}</p>
      <h2>{brief.title}</h2>
      <p>{brief.goal}</p>
      <p className={styles.eyebrow}>
        {text.effort(min, max)}, {text.level[brief.level]}
      </p>
      <details open={isWide}>
        <summary>{text.asks}</summary>
        <ul>
          {brief.requirements.map((requirement) => (
            <li key={requirement.id}>
              <Mark kind="not_started" label={null} size={16} />
              <span>{requirement.text}</span>
            </li>
          ))}
        </ul>
      </details>
      <details>
        <summary>{text.further}</summary>
        <ul>
          {brief.stretch.map((line) => (
            <li key={line}>
              <Mark kind="not_started" label={null} size={16} />
              <span>{line}</span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
