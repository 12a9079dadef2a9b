import type { Roadmap } from '@waymark/contract';
import type { ProposedBrief } from '@waymark/contract/rules';
import { ButtonLink } from '../../ui/button';
import styles from './matrix.module.css';
import { matrixText as text } from './matrix.text';

interface Props {
  roadmap: Roadmap;
  proposed: ProposedBrief | null;
  /** How many rows are empty. */
  empty: number;
}

/** The brief that fills most, and why it is this one. */
export function MatrixProposal({ roadmap, proposed, empty }: Props) {
  const titles = (ids: readonly string[]) =>
    ids.flatMap((id) => roadmap.topics.find((topic) => topic.id === id)?.title ?? []);
  if (empty === 0) return <p>{text.noEmpty}</p>;
  return (
    <section className={styles.next} aria-labelledby="matrix-next">
      <h2 id="matrix-next">{text.next}</h2>
      {proposed ? (
        <>
          <h3>{proposed.brief.title}</h3>
          <p>{proposed.brief.goal}</p>
          <p>
            {text.why(
              proposed.fills.length,
              empty,
              titles(proposed.learned),
              proposed.brief.effortHours.min,
              proposed.brief.effortHours.max,
            )}
          </p>
          <details>
            <summary>{text.filled}</summary>
            <ul>
              {titles(proposed.fills).map((title) => (
                <li key={title}>{title}</li>
              ))}
            </ul>
          </details>
        </>
      ) : (
        <p>{text.noBrief}</p>
      )}
      <p className={styles.acts}>
        {proposed && (
          <ButtonLink to={`/projects/new?brief=${roadmap.slug}/${proposed.brief.id}`} variant="main">
            {text.start}
          </ButtonLink>
        )}
        <ButtonLink to={`/roadmaps/${roadmap.slug}/briefs`}>{text.allBriefs}</ButtonLink>
      </p>
    </section>
  );
}
