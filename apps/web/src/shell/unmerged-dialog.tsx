import { useSyncExternalStore } from 'react';
import type { Operation, Outbox } from '../api/outbox';
import { problemText } from '../api/problem.text';
import { Button } from '../ui/button';
import { Timestamp } from '../ui/dates';
import { Dialog } from '../ui/dialog';
import layout from '../ui/layout.module.css';
import { notify } from '../ui/toast';
import { alongside } from './alongside.text';
import styles from './unmerged-dialog.module.css';

const text = alongside.unmergedDialog;

/** What was typed, where there is a text; else the whole as it would have been sent. */
function writtenIn(value: unknown): string {
  const { text: typed, body } = (value ?? {}) as { text?: unknown; body?: unknown };
  if (typeof typed === 'string') return typed;
  if (body !== undefined) return writtenIn(body);
  return JSON.stringify(value, null, 2);
}

async function copy(words: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(words);
    notify({ text: text.copied });
  } catch {
    notify({ text: text.notCopied, tone: 'alarm' });
  }
}

/** What the server would not take: each stays until its learner has decided. */
export function UnmergedDialog({ outbox, onClose }: { outbox: Outbox; onClose: () => void }) {
  const unmerged = useSyncExternalStore(outbox.subscribe, outbox.unmerged);
  return (
    <Dialog open onClose={onClose} title={text.title} wide>
      {unmerged.length === 0 ? (
        <p>{text.none}</p>
      ) : (
        <div className={layout.stack}>
          <p>{text.intro}</p>
          <ul className={styles.list}>
            {unmerged.map((operation) => (
              <One key={operation.id} operation={operation} outbox={outbox} />
            ))}
          </ul>
        </div>
      )}
    </Dialog>
  );
}

function One({ operation, outbox }: { operation: Operation; outbox: Outbox }) {
  const { id, name, words, at, input, refusal } = operation;
  const known = problemText[(refusal?.code ?? '') as keyof typeof problemText];
  return (
    <li className={styles.one}>
      <h3 className={styles.what}>{words ?? text.nameOf(name)}</h3>
      <p>
        {text.when} <Timestamp at={at} />. {known ?? refusal?.detail ?? refusal?.title}
      </p>
      <Written label={text.yours} words={writtenIn(input)} />
      {refusal?.current !== undefined && <Written label={text.theirs} words={writtenIn(refusal.current)} />}
      <div className={layout.row}>
        <Button onClick={() => void outbox.retry(id, crypto.randomUUID())}>{text.retry}</Button>
        <Button onClick={() => void copy(writtenIn(input))}>{text.copy}</Button>
        <Button variant="quiet" onClick={() => void outbox.discard(id)}>
          {text.discard}
        </Button>
      </div>
    </li>
  );
}

function Written({ label, words }: { label: string; words: string }) {
  return (
    <details>
      <summary>{label}</summary>
      <pre className={styles.written}>{words}</pre>
    </details>
  );
}
