import type { EnrolmentCard, RoadmapCard } from '@waymark/contract';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { ProofBar } from '../../ui/proof-bar';
import { listText as text } from './list.text';
import styles from './list-card.module.css';

interface ListCardProps {
  card: RoadmapCard;
  /** My way along it; `null` when I do not follow it. */
  mine: EnrolmentCard | null;
  /** What can be done with it: start, go on, look. */
  acts: ReactNode;
}

export function ListCard({ card, mine, acts }: ListCardProps) {
  const base = `/roadmaps/${card.slug}`;
  return (
    <article className={styles.card} aria-labelledby={`roadmap-${card.slug}`}>
      <div className={styles.words}>
        <h2 id={`roadmap-${card.slug}`}>
          <Link className={styles.title} to={base}>
            {card.title}
          </Link>
        </h2>
        <p>{card.summary}</p>
      </div>
      <Figures card={card} />
      {mine && (
        <div className={styles.mine}>
          <ProofBar counts={mine.summary} />
          <p>
            {text.done(mine.summary.done, mine.summary.required, mine.summary.percent)}
            {mine.summary.hoursLeft > 0 && !mine.plan.hideEstimates && `, ${text.left(mine.summary.hoursLeft)}`}
          </p>
        </div>
      )}
      <div className={styles.acts}>
        {acts}
        <span className={styles.more}>
          <Link className={styles.link} to={`${base}/briefs`} aria-label={text.more(text.toBriefs, card.title)}>
            {text.toBriefs}
          </Link>
          <Link className={styles.link} to={`${base}/facts`} aria-label={text.more(text.toFacts, card.title)}>
            {text.toFacts}
          </Link>
        </span>
      </div>
    </article>
  );
}

function Figures({ card }: { card: RoadmapCard }) {
  const figures = [
    [text.effortLabel, text.effort(card.effortHours.min, card.effortHours.max)],
    [text.stages, card.stages.toLocaleString()],
    [text.topics, text.topicsOf(card.requiredTopics, card.topics)],
    [text.briefs, card.briefs.toLocaleString()],
  ] as const;
  return (
    <dl className={styles.figures}>
      {figures.map(([name, figure]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  );
}
