import type { PublicPage } from '@waymark/contract';
import { Link } from 'react-router';
import { Mark } from '../../ui/mark';
import { ProofBar } from '../../ui/proof-bar';
import { publicText as text } from './public-pages.text';
import styles from './shown-roadmap.module.css';

const numbers = [
  ['done', 'learned'],
  ['shown', 'shown'],
  ['confirmed', 'confirmed'],
] as const;

/** Three nested numbers, the bar that they make, and the same stage by stage. */
export function ShownRoadmap({ roadmap }: { roadmap: PublicPage['roadmaps'][number] }) {
  const { slug, title, counts, stages } = roadmap;
  return (
    <div className={styles.roadmap}>
      <h3>
        <Link to={`/roadmaps/${slug}`}>{title}</Link>
      </h3>
      <ul className={styles.numbers}>
        {numbers.map(([kind, mark]) => (
          <li key={kind}>
            <Mark kind={mark} label={null} size={22} />
            <b>{counts[kind]}</b>
            <span>{kind === 'done' ? text.of(counts.required) : text.numbers[kind]}</span>
          </li>
        ))}
      </ul>
      <ProofBar counts={counts} />
      <ol className={styles.stages} aria-label={text.stages(title)}>
        {stages.map((stage) => (
          <li key={stage.id}>
            <span>{stage.title}</span>
            <ProofBar counts={stage} size="s" />
            <span className={styles.count}>{text.stageCount(stage.done, stage.required)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
