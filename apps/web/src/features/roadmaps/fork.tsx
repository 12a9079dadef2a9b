import { type CSSProperties, memo } from 'react';
import { classes } from '../../ui/classes';
import styles from './fork.module.css';
import { useFrame } from './map-frame';
import { NodeLink } from './node-link';
import { roadmapText } from './roadmaps.text';
import { ChoiceRoll } from './roll';
import { TopicCard } from './topic-card';
import type { ChoiceNode, TopicNode } from './way-view';

const { choice: text, map: onMap } = roadmapText;

/** Where the trail parts: from its left edge a way runs above the options and turns down to each. */
function Ways({ options }: { options: readonly TopicNode[] }) {
  const middle = (place: number) => ((place + 0.5) / options.length) * 100;
  const way = (x: number) => `M0 3 H${x - 2} Q${x} 3 ${x} 15 V30`;
  const last = middle(options.length - 1);
  return (
    <svg className={styles.fan} viewBox="0 0 100 30" preserveAspectRatio="none" aria-hidden="true">
      <path className={styles.trunk} d={`M0 3 H${last - 2}`} />
      {options.map((option, place) => {
        const x = middle(place);
        return <path key={option.id} className={styles.open} d={`M${x - 2} 3 Q${x} 3 ${x} 15 V30`} />;
      })}
      {options.map((option, place) =>
        option.option?.way === 'taken' ? (
          <path key={option.id} className={styles.taken} d={way(middle(place))} />
        ) : null,
      )}
    </svg>
  );
}

export const Fork = memo(function Fork({ node }: { node: ChoiceNode }) {
  const { choice, options } = node;
  const { theirs } = useFrame();
  const why = options.find((option) => option.option?.way === 'proposed')?.option?.why;
  const look = classes(
    styles.fork,
    node.isSkipped && styles.skipped,
    node.isHere && styles.here,
    node.taken.length > 0 && styles.decided,
  );
  return (
    <section className={look} aria-labelledby={`choice-${node.id}`}>
      <header className={styles.head}>
        <h4 id={`choice-${node.id}`} className={styles.title}>
          <NodeLink node={node} label={choice.title} isHere={node.isHere} className={styles.link}>
            {choice.title}
          </NodeLink>
        </h4>
        <p className={styles.rule}>
          {node.isHere && <b className={styles.now}>{theirs ? onMap.hereNow : onMap.youAreHere}</b>}
          {node.isSkipped ? text.leftOut : text.oneOf(choice.take, choice.options.length, choice.optional, !theirs)}
        </p>
        <ChoiceRoll node={node} />
      </header>
      {why && <p className={styles.why}>{text.proposedBecause(why)}</p>}
      <Ways options={options} />
      <ul className={styles.ways} style={{ '--ways': options.length } as CSSProperties}>
        {options.map((option) => (
          <li key={option.id} className={classes(styles.way, option.option?.way === 'taken' && styles.took)}>
            <TopicCard node={option} />
          </li>
        ))}
      </ul>
    </section>
  );
});
