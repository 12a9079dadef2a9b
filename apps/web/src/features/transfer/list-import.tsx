import type { Roadmap, TopicChange, TopicProgress } from '@waymark/contract';
import { type ForeignList, foreignChanges, matchForeign } from '@waymark/contract/rules';
import { useCallback, useMemo, useState } from 'react';
import { Button } from '../../ui/button';
import { CheckField } from '../../ui/fields';
import layout from '../../ui/layout.module.css';
import { MappingSheet } from './mapping-sheet';
import styles from './transfer.module.css';
import { transferText } from './transfer.text';

const text = transferText.list;

interface Props {
  list: ForeignList;
  roadmap: Roadmap;
  /** As far as the learner is on it; nothing where they do not follow it. */
  topics: Readonly<Record<string, Pick<TopicProgress, 'state'>>>;
  busy: boolean;
  onTake: (topics: Record<string, TopicChange>) => void;
}

/** What each name of another tracker means here, to be looked through and mended before any of it is taken. */
export function ListImport({ list, roadmap, topics, busy, onTake }: Props) {
  const [chosen, setChosen] = useState<Readonly<Record<string, string | null>>>({});
  const [known, setKnown] = useState(true);
  const found = useMemo(() => {
    const matches = matchForeign(roadmap, list);
    return [...matches.filter(({ topicId }) => !topicId), ...matches.filter(({ topicId }) => topicId)];
  }, [roadmap, list]);
  const matches = useMemo(
    () => found.map((match) => (match.id in chosen ? { ...match, topicId: chosen[match.id] ?? null } : match)),
    [found, chosen],
  );
  const match = useCallback(
    (id: string, topicId: string | null) => setChosen((before) => ({ ...before, [id]: topicId })),
    [],
  );
  const changes = foreignChanges(matches, topics, known);
  const count = Object.keys(changes.topics).length;
  const leftOut = matches.filter(({ topicId }) => topicId === null).length;
  return (
    <div className={layout.stack}>
      <p>{text.lead(found.length, found.filter(({ topicId }) => topicId).length)}</p>
      <MappingSheet matches={matches} roadmap={roadmap} onMatch={match} />
      <CheckField label={text.known} hint={text.knownHint} checked={known} onChange={setKnown} />
      <p role="status" className={styles.counts}>
        {count > 0 ? text.counts(count, changes.same, leftOut) : text.nothing}
      </p>
      {count > 0 && (
        <div className={layout.row}>
          <Button variant="main" busy={busy} onClick={() => onTake(changes.topics)}>
            {text.take(count)}
          </Button>
        </div>
      )}
    </div>
  );
}
