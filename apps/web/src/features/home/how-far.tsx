import type { Enrolment, Roadmap } from '@waymark/contract';
import { useState } from 'react';
import { classes } from '../../ui/classes';
import layout from '../../ui/layout.module.css';
import { Mark } from '../../ui/mark';
import type { FarKind, FarPath } from './far-lists';
import { home } from './home.text';
import styles from './how-far.module.css';
import { HowFarList } from './how-far-list';
import rows from './rows.module.css';

const text = home.far;
const numbers = [
  ['done', 'learned'],
  ['shown', 'shown'],
  ['confirmed', 'confirmed'],
] as const;

interface HowFarProps {
  roadmap: Roadmap;
  enrolment: Enrolment;
  /** Where a mentor reads of a topic; left out: it is the learner who looks. */
  pathTo?: FarPath | undefined;
}

/** Three nested numbers; each opens the topics that make it up. */
export function HowFar({ roadmap, enrolment, pathTo }: HowFarProps) {
  const [open, setOpen] = useState<FarKind | null>(null);
  const { summary } = enrolment;
  return (
    <section className={rows.section} aria-labelledby="how-far">
      <h2 id="how-far">{text.title}</h2>
      <div className={styles.numbers}>
        {numbers.map(([kind, mark]) => (
          <button key={kind} type="button" className={styles.row} aria-haspopup="dialog" onClick={() => setOpen(kind)}>
            <Mark kind={mark} label={null} size={24} />
            <span className={styles.kind}>{text.kinds[kind]}</span>
            <span className={styles.track}>
              <span
                className={classes(styles.fill, styles[kind])}
                style={{ width: `${(summary[kind] / Math.max(summary.required, 1)) * 100}%` }}
              />
            </span>
            <span className={styles.figure}>
              {summary[kind].toLocaleString()}
              <span className={layout.heard}> {text.seeWhich(summary.required)}</span>
            </span>
          </button>
        ))}
      </div>
      <p className={styles.sum}>
        <b>{text.percent(summary.percent, summary.required)}</b>
        {!enrolment.plan.hideEstimates && `, ${text.left(summary.hoursLeft)}`}
        {summary.optionalDone > 0 && `, ${text.optional(summary.optionalDone)}`}. {text.note}
      </p>
      {open && <HowFarList {...{ roadmap, enrolment, pathTo }} kind={open} onClose={() => setOpen(null)} />}
    </section>
  );
}
