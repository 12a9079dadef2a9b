import { memo } from 'react';
import { classes } from '../../ui/classes';
import layout from '../../ui/layout.module.css';
import { Fork } from './fork';
import { useFrame } from './map-frame';
import { roadmapText } from './roadmaps.text';
import { StageRoll } from './roll';
import { StageMenu } from './stage-menu';
import { TopicCard } from './topic-card';
import styles from './trail.module.css';
import { TrailPath } from './trail-path';
import type { MapNode, SectionView, StageView } from './way-view';

const text = roadmapText.map;

/** Topics that stand together are one list; a fork stands between lists. */
function groupsOf(nodes: readonly MapNode[]): MapNode[][] {
  const groups: MapNode[][] = [];
  for (const node of nodes) {
    const last = groups.at(-1);
    if (last && node.kind === 'topic' && last[0]?.kind === 'topic') last.push(node);
    else groups.push([node]);
  }
  return groups;
}

const Section = memo(function Section({ section }: { section: SectionView }) {
  return (
    <div className={styles.section}>
      <h3 className={styles.sectionTitle}>{section.title}</h3>
      {groupsOf(section.nodes).map(([first, ...rest]) =>
        first?.kind === 'choice' ? (
          <Fork key={first.id} node={first} />
        ) : (
          <ul key={first?.id} className={styles.topics}>
            {[first, ...rest].map((node) =>
              node?.kind === 'topic' ? (
                <li key={node.id}>
                  <TopicCard node={node} />
                </li>
              ) : null,
            )}
          </ul>
        ),
      )}
    </div>
  );
});

function standingWords(standing: StageView['standing'], isMine: boolean): string {
  if (standing === 'ahead') return '';
  return `, ${standing === 'walked' ? text.walked : isMine ? text.here : text.hereNow}`;
}

const Stage = memo(function Stage({ view, isLast }: { view: StageView; isLast: boolean }) {
  const { theirs } = useFrame();
  return (
    <section className={classes(styles.stage, styles[view.standing])} aria-labelledby={`stage-${view.stage.id}`}>
      <TrailPath view={view} isLast={isLast} />
      <span className={styles.post} aria-hidden="true">
        {view.number}
      </span>
      <header className={styles.head}>
        <div className={styles.titled}>
          <h2 id={`stage-${view.stage.id}`}>
            <span className={layout.heard}>
              {text.stage(view.number)}
              {standingWords(view.standing, !theirs)}:{' '}
            </span>
            {view.stage.title}
          </h2>
          <StageMenu view={view} />
        </div>
        <p className={styles.summary}>{view.stage.summary}</p>
        <StageRoll view={view} />
      </header>
      {view.sections.map((section) => (
        <Section key={section.id} section={section} />
      ))}
    </section>
  );
});

export const Trail = memo(function Trail({ stages }: { stages: readonly StageView[] }) {
  return (
    <div className={styles.trail}>
      {stages.map((view, place) => (
        <Stage key={view.stage.id} view={view} isLast={place === stages.length - 1} />
      ))}
    </div>
  );
});
