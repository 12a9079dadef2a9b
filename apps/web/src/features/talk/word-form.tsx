import { longestSentence } from '@waymark/contract/rules';
import { type FormEvent, type ReactNode, useState } from 'react';
import { ProblemError, sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/fields';
import styles from './talk.module.css';
import { talkText } from './talk.text';
import { useDraft } from './talk-draft';

interface WordFormProps {
  /** Where it is typed: what is not sent stays there, on this device. */
  place: string;
  label: string;
  hint?: string | undefined;
  send: string;
  cancel: string;
  /** What to say where it must not be empty. */
  empty?: string | undefined;
  children?: ReactNode;
  onSend: (words: string) => Promise<unknown>;
  onClose: () => void;
}

/** One sentence, sent with an act; what refuses it is told beside the field, and it stays. */
export function WordForm({ place, label, hint, send, cancel, empty, children, onSend, onClose }: WordFormProps) {
  const [words, type] = useDraft(place);
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const over = words.trim().length - longestSentence;

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (empty && !words.trim()) return setError(empty);
    if (busy || over > 0) return;
    setBusy(true);
    setError(undefined);
    try {
      await onSend(words.trim());
      type('');
      onClose();
    } catch (failure) {
      const isAway = failure instanceof ProblemError && failure.status === 0;
      setError(isAway ? talkText.help.offline : sentenceFor(failure));
    } finally {
      setBusy(false);
    }
  }

  return (
    <form className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
      <TextField
        label={label}
        hint={hint}
        value={words}
        error={over > 0 ? talkText.help.tooLong(over) : error}
        onChange={type}
        autoFocus
      />
      {children}
      <div className={styles.acts}>
        <Button type="submit" variant="main" busy={busy}>
          {send}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {cancel}
        </Button>
      </div>
    </form>
  );
}
