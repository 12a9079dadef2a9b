import { Mark } from '../../ui/mark';
import { outlookSentences } from './outlook-sentences';
import styles from './proof-note.module.css';
import type { ProofOutlook } from './proof-outlook';
import type { KnownTopic } from './topic-list';

/** What saving will do to the marks on the map, said before it is done. */
export function ProofNote({ outlook, topics }: { outlook: ProofOutlook; topics: readonly KnownTopic[] }) {
  const sentences = outlookSentences(outlook, topics);
  return (
    <div role="status">
      {sentences.map(({ mark, sentence }) => (
        <p key={sentence} className={styles.note}>
          <Mark kind={mark} label={null} />
          <span>{sentence}</span>
        </p>
      ))}
    </div>
  );
}
