import type { Brief, Enrolment, Topic } from '@waymark/contract';
import { markOf } from '@waymark/contract/rules';
import { Link, useLocation } from 'react-router';
import { ButtonLink } from '../../ui/button';
import { classes } from '../../ui/classes';
import { Mark } from '../../ui/mark';
import styles from './briefs.module.css';
import { briefsText as text } from './briefs.text';

interface BriefCardProps {
  brief: Brief;
  roadmap: string;
  topics: ReadonlyMap<string, Topic>;
  /** `null` for who does not follow the roadmap: then nothing is said of their own marks. */
  enrolment: Enrolment | null;
}

export function BriefCard({ brief, roadmap, topics, enrolment }: BriefCardProps) {
  // `:target` does not see what came after the page.
  const isMeant = useLocation().hash === `#${brief.id}`;
  return (
    <article
      className={classes(styles.brief, isMeant && styles.meant)}
      id={brief.id}
      aria-labelledby={`${brief.id}-title`}
    >
      <header className={styles.head}>
        <h3 id={`${brief.id}-title`}>{brief.title}</h3>
        <p className={styles.effort}>{text.effort(brief.effortHours.min, brief.effortHours.max)}</p>
      </header>
      <p>{brief.goal}</p>
      <div className={styles.parts}>
        <div>
          <h4>{text.requirements}</h4>
          <ul className={styles.requirements}>
            {brief.requirements.map((requirement) => (
              <li key={requirement.id}>{requirement.text}</li>
            ))}
          </ul>
        </div>
        <div>
          <h4>{text.covers}</h4>
          <ul className={styles.covers}>
            {brief.covers.map((id) => (
              <li key={id}>
                {enrolment && <Mark kind={markOf(enrolment.topics[id])} size={20} />}
                <Link to={`/roadmaps/${roadmap}/topics/${id}`}>{topics.get(id)?.title ?? id}</Link>
              </li>
            ))}
          </ul>
          {enrolment && <Outlook brief={brief} enrolment={enrolment} />}
        </div>
      </div>
      <details className={styles.stretch}>
        <summary>{text.stretch}</summary>
        <ul className={styles.requirements}>
          {brief.stretch.map((goal) => (
            <li key={goal}>{goal}</li>
          ))}
        </ul>
      </details>
      <div>
        <ButtonLink to={`/projects/new?brief=${roadmap}/${brief.id}`} aria-label={text.startOf(brief.title)}>
          {text.start}
        </ButtonLink>
      </div>
    </article>
  );
}

/** What it would change on my map; nothing is said where it would change nothing yet. */
function Outlook({ brief, enrolment }: { brief: Brief; enrolment: Enrolment }) {
  const proofs = brief.covers.map((id) => enrolment.topics[id]?.proof ?? null);
  const unshown = proofs.filter((proof) => proof === 'learned').length;
  const isAllShown = proofs.every((proof) => proof === 'shown' || proof === 'confirmed');
  if (unshown > 0) return <p className={styles.outlook}>{text.would(unshown)}</p>;
  return isAllShown ? <p className={styles.outlook}>{text.allShown}</p> : null;
}
