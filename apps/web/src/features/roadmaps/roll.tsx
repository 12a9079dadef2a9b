import { unitsOf } from '@waymark/contract/rules';
import { memo } from 'react';
import { everyPage } from '../../text/every-page.text';
import { Mark } from '../../ui/mark';
import { ProofBar } from '../../ui/proof-bar';
import { useFrame } from './map-frame';
import { roadmapText } from './roadmaps.text';
import styles from './roll.module.css';
import { rollOf } from './roll-of';
import { type ChoiceNode, type StageView, startingOut } from './way-view';

const text = roadmapText.map;

/** What a stage comes to: n of m with its proof; for a stranger how much it is. */
export const StageRoll = memo(function StageRoll({ view }: { view: StageView }) {
  const { isMine, roadmap } = useFrame();
  const { done, required } = view.counts;
  if (required === 0) return <p className={styles.roll}>{text.stageOptional}</p>;
  if (!isMine) {
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
});

/** Beside a choice: its own mark, and what the ways taken of it come to. */
export function ChoiceRoll({ node }: { node: ChoiceNode }) {
  const { isMine } = useFrame();
  if (!isMine || node.isSkipped) return null;
  const { mark, ...counts } = rollOf(node);
  return (
    <span className={styles.choice}>
      <Mark kind={mark} size={18} label={text.choiceMark(everyPage.marks[mark])} />
      <span className={styles.short}>
        <ProofBar counts={counts} size="s" />
      </span>
      <span aria-hidden="true">{text.roll(counts.done, counts.required)}</span>
    </span>
  );
}
