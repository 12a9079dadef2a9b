import type { Fact, Resource } from '@waymark/contract';
import styles from './facts.module.css';
import { factsText as text } from './facts.text';

/** One question with its answer, and what to read on; the page names its own source once, at its end. */
export function FactsAnswer({ fact, sourceUrl }: { fact: Fact; sourceUrl: string }) {
  const resources = fact.resources.filter((resource) => resource.url !== sourceUrl);
  return (
    <section className={styles.fact} aria-labelledby={fact.id}>
      <h2 id={fact.id}>{fact.question}</h2>
      {fact.answer.split('\n\n').map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {resources.length > 0 && (
        <>
          <h3>{text.resources}</h3>
          <ul className={styles.resources}>
            {resources.map((resource) => (
              <OneResource key={resource.id} resource={resource} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function OneResource({ resource: { title, url, kind, language, official } }: { resource: Resource }) {
  return (
    <li>
      <a href={url} rel="noopener noreferrer" hrefLang={language}>
        {title}
      </a>{' '}
      <span className={styles.kind}>
        {text.kinds[kind]}
        {official && `, ${text.official}`}
      </span>
    </li>
  );
}
