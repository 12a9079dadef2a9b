import type { Attention } from '@waymark/contract';
import type { ReactNode } from 'react';
import { DayText, dayText } from '../../ui/dates';
import { attentionSentence } from './attention-sentences';
import { mentoringText } from './mentoring.text';
import styles from './needs-attention.module.css';

const text = mentoringText.attention;

interface Props {
  attention: Attention;
  name: string;
  topicTitle: string | null;
  lastActiveDay: string | null;
  targetDate?: string | null;
  today: string;
  /** Where it leads, if this is not that page. */
  action?: ReactNode;
  /** What else there is to say of it, after its evidence. */
  note?: ReactNode;
  /** What can be done about it, named by its sentence. */
  acts?: (sentence: string) => ReactNode;
}

/** One reason: the sentence, its evidence, since when. Never a bare colour or score. */
export function AttentionLine({ attention, action, note, acts, ...known }: Props) {
  const { sentence, evidence } = attentionSentence(attention, { ...known, write: dayText });
  return (
    <li className={styles.line}>
      <p className={styles.sentence}>{sentence}</p>
      {action && <div className={styles.action}>{action}</div>}
      <p className={styles.evidence}>
        {evidence} {text.since} <DayText day={attention.since} />. {note}
      </p>
      {acts?.(sentence)}
    </li>
  );
}
