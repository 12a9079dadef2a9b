import { memo } from 'react';
import { classes } from '../../ui/classes';
import layout from '../../ui/layout.module.css';
import { useFrame } from './map-frame';
import { MarkButton } from './mark-button';
import { NodeLink } from './node-link';
import styles from './outline.module.css';
import { roadmapText } from './roadmaps.text';
import { ChoiceRoll, StageRoll } from './roll';
import { SelectBox } from './select-box';
import { StageMenu } from './stage-menu';
import { labelOf, noteIn } from './topic-note';
import { useSwipe } from './use-swipe';
import type { ChoiceNode, MapNode, StageView, TopicNode } from './way-view';

const text = roadmapText.map;

const TopicLine = memo(function TopicLine({ node }: { node: TopicNode }) {
  const frame = useFrame();
  const note = noteIn(frame, node, false);
  const look = classes(
    styles.line,
    node.isHere && styles.isHere,
    node.mark === 'skipped' && styles.skipped,
    node.option && node.option.way !== 'taken' && styles.notTaken,
  );
  const hours = frame.hidesHours ? null : text.hours(node.topic.effortHours);
  return (
    <div className={look} data-card>
      <MarkButton node={node} size={22} />
      <NodeLink
        node={node}
        label={labelOf(node.topic.title, node.mark, note, hours)}
        isHere={node.isHere}
        className={styles.link}
      >
        <span className={styles.title}>{node.topic.title}</span> {note && <span className={styles.note}>{note}</span>}{' '}
        {hours && <span className={styles.hours}>{hours}</span>}
      </NodeLink>
      <SelectBox node={node} />
    </div>
  );
});

const ChoiceLines = memo(function ChoiceLines({ node }: { node: ChoiceNode }) {
  const { choice, options } = node;
  const { theirs } = useFrame();
  return (
    <div className={classes(styles.choice, node.isHere && styles.isHere)}>
      <div className={styles.choiceHead}>
        <NodeLink node={node} label={choice.title} isHere={node.isHere} className={styles.choiceLink}>
          {choice.title}
        </NodeLink>
        <span className={styles.rule}>
          {node.isHere && `${theirs ? text.hereNow : text.youAreHere}, `}
          {node.isSkipped
            ? roadmapText.choice.leftOut
            : roadmapText.choice.oneOf(choice.take, choice.options.length, choice.optional, !theirs)}
        </span>
        <ChoiceRoll node={node} />
      </div>
      <ul>
        {options.map((option) => (
          <li key={option.id}>
            <TopicLine node={option} />
          </li>
        ))}
      </ul>
    </div>
  );
});

function Line({ node }: { node: MapNode }) {
  return node.kind === 'choice' ? <ChoiceLines node={node} /> : <TopicLine node={node} />;
}

const Stage = memo(function Stage({ view }: { view: StageView }) {
  return (
    <section aria-labelledby={`stage-${view.stage.id}`}>
      <header className={styles.head}>
        <h2 id={`stage-${view.stage.id}`} className={styles.stage}>
          <span className={classes(styles.number, styles[view.standing])} aria-hidden="true">
            {view.number}
          </span>
          <span className={layout.heard}>{text.stage(view.number)}: </span>
          {view.stage.title}
        </h2>
        <div className={styles.roll}>
          <StageRoll view={view} />
          <StageMenu view={view} />
        </div>
      </header>
      {view.sections.map((section) => (
        <div key={section.id} className={styles.section}>
          <h3>{section.title}</h3>
          <ul>
            {section.nodes.map((node) => (
              <li key={node.id}>
                <Line node={node} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
});

/** The same way as a list to read: every topic on a line of its own. */
export const Outline = memo(function Outline({ stages }: { stages: readonly StageView[] }) {
  const swipe = useSwipe(stages);
  return (
    <div className={styles.outline} {...swipe}>
      {stages.map((view) => (
        <Stage key={view.stage.id} view={view} />
      ))}
    </div>
  );
});
