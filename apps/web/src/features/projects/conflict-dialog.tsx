import type { Project } from '@waymark/contract';
import { useState } from 'react';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Segmented } from '../../ui/segmented';
import styles from './conflict-dialog.module.css';
import { type FieldName, fieldsOfProject, type ProjectFields } from './draft';
import { valueText } from './field-values';
import { compareEdits, mergeEdits } from './merge-drafts';
import { projectsText } from './projects.text';
import type { KnownTopic } from './topic-list';

const text = projectsText.conflict;

interface Props {
  /** What both edits began from, what is typed here, and what is saved meanwhile. */
  base: ProjectFields;
  mine: ProjectFields;
  current: Project;
  topics: readonly KnownTopic[];
  isSaving: boolean;
  onClose: () => void;
  onResolve: (fields: ProjectFields) => void;
}

/** Field by field: keep mine, or take the other. Mine is what is kept unless one says otherwise. */
export function ConflictDialog({ base, mine, current, topics, isSaving, onClose, onResolve }: Props) {
  const [chosenTheirs, setChosenTheirs] = useState<ReadonlySet<FieldName>>(new Set());
  const theirs = fieldsOfProject(current);
  const merge = compareEdits(base, mine, theirs);

  function choose(name: FieldName, side: 'mine' | 'theirs') {
    const next = new Set(chosenTheirs);
    if (side === 'theirs') next.add(name);
    else next.delete(name);
    setChosenTheirs(next);
  }

  const actions = (
    <>
      <Button onClick={onClose}>{text.back}</Button>
      <Button variant="main" busy={isSaving} onClick={() => onResolve(mergeEdits(mine, theirs, merge, chosenTheirs))}>
        {text.save}
      </Button>
    </>
  );

  return (
    <Dialog open onClose={onClose} title={text.title} actions={actions}>
      <p>{text.lead}</p>
      {merge.clashes.map((name) => (
        <section key={name} className={styles.clash} aria-label={projectsText.fields[name]}>
          <h3>{projectsText.fields[name]}</h3>
          <Segmented
            label={projectsText.fields[name]}
            value={chosenTheirs.has(name) ? 'theirs' : 'mine'}
            onChange={(side) => choose(name, side)}
            options={[
              { value: 'mine', label: text.mine },
              { value: 'theirs', label: text.theirs },
            ]}
          />
          <div className={styles.values}>
            <pre className={chosenTheirs.has(name) ? styles.left : styles.kept}>{valueText(mine, name, topics)}</pre>
            <pre className={chosenTheirs.has(name) ? styles.kept : styles.left}>{valueText(theirs, name, topics)}</pre>
          </div>
        </section>
      ))}
      {merge.taken.length > 0 && (
        <>
          <p className={styles.taken}>{text.taken}</p>
          <dl className={styles.list}>
            {merge.taken.map((name) => (
              <div key={name}>
                <dt>{projectsText.fields[name]}</dt>
                <dd>{valueText(theirs, name, topics)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {merge.clashes.length + merge.taken.length === 0 && <p className={styles.taken}>{text.stillTheSame}</p>}
    </Dialog>
  );
}
