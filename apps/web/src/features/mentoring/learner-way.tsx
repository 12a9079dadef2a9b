import { Link } from 'react-router';
import { Mark } from '../../ui/mark';
import { ProofBar } from '../../ui/proof-bar';
import type { OutlineItem, OutlineStage } from './learner-outline';
import styles from './learner-way.module.css';
import { mentoringText } from './mentoring.text';

const text = mentoringText.learner;

function noteOf(item: OutlineItem): string | null {
  if (item.isOpenChoice) return text.notChosen;
  return item.isOptional ? text.optional : null;
}

interface LearnerWayProps {
  stages: readonly OutlineStage[];
  /** Where a topic opens; nowhere in a preview. */
  toTopic?: (id: string) => string;
  /** What waits on it, in a few words. */
  noteOf?: (id: string) => string | null;
}

/** Stage by stage, read-only: the bar, and behind it each topic with its mark; each opens the talk on it. */
export function LearnerWay({ stages, toTopic, noteOf: talkOf }: LearnerWayProps) {
  return (
    <div className={styles.way}>
      {stages.map((stage) => (
        <details key={stage.id} open={stage.isCurrent}>
          <summary>
            <h3>{stage.title}</h3>
            <ProofBar counts={stage.counts} size="s" />
            <span className={styles.count}>{text.stageCount(stage.counts.done, stage.counts.required)}</span>
          </summary>
          <ul className={styles.topics}>
            {stage.items.map((item) => (
              <li key={item.id}>
                <Mark kind={item.mark} size={20} />
                <span>
                  {item.isOpenChoice || !toTopic ? (
                    item.title
                  ) : (
                    <Link to={toTopic(item.id)} preventScrollReset>
                      {item.title}
                    </Link>
                  )}
                  {noteOf(item) && <small>{noteOf(item)}</small>}
                  {talkOf?.(item.id) && <small className={styles.talk}>{talkOf(item.id)}</small>}
                </span>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}
