import { unitsOf } from '@waymark/contract/rules';
import { classes } from '../../ui/classes';
import layout from '../../ui/layout.module.css';
import { ProofBar } from '../../ui/proof-bar';
import { Fork } from './fork';
import { useMap } from './map-context';
import { roadmapText } from './roadmaps.text';
import { TopicCard } from './topic-card';
import styles from './trail.module.css';
import { TrailPath } from './trail-path';
import { type MapNode, type SectionView, type StageView, startingOut } from './way-view';

const text = roadmapText.map;

export function StageRoll({ view }: { view: StageView }) {
  const { enrolment, roadmap } = useMap();
  const { done, required } = view.counts;
  if (required === 0) return <p className={styles.roll}>{text.stageOptional}</p>;
  if (!enrolment) {
    const units = unitsOf(roadmap, startingOut).filter((unit) => unit.stageId === view.stage.id);
    const sum = (key: 'min' | 'max') => units.reduce((total, unit) => total + unit.effortHours[key], 0);
    return <p className={styles.roll}>{text.rest(required, { min: sum('min'), max: sum('max') })}</p>;
  }
  return (
    <div className={styles.roll}>
      <div className={styles.bar}>
        <ProofBar counts={view.counts} size="s" />
      </div>
      <span aria-hidden="true">{text.roll(done, required)}</span>
    </div>
  );
}

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

function Section({ section }: { section: SectionView }) {
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
}

const standingWords = { walked: `, ${text.walked}`, here: `, ${text.here}`, ahead: '' } as const;

export function Trail({ stages }: { stages: readonly StageView[] }) {
  return (
    <div className={styles.trail}>
      {stages.map((view, place) => (
        <section
          key={view.stage.id}
          className={classes(styles.stage, styles[view.standing])}
          aria-labelledby={`stage-${view.stage.id}`}
        >
          <TrailPath view={view} isLast={place === stages.length - 1} />
          <span className={styles.post} aria-hidden="true">
            {view.number}
          </span>
          <header className={styles.head}>
            <h2 id={`stage-${view.stage.id}`}>
              <span className={layout.heard}>
                {text.stage(view.number)}
                {standingWords[view.standing]}:{' '}
              </span>
              {view.stage.title}
            </h2>
            <p className={styles.summary}>{view.stage.summary}</p>
            <StageRoll view={view} />
          </header>
          {view.sections.map((section) => (
            <Section key={section.id} section={section} />
          ))}
        </section>
      ))}
    </div>
  );
}
