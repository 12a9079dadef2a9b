import { longestComment } from '@waymark/contract/rules';
import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/button';
import { TextArea } from '../../ui/fields';
import styles from './talk.module.css';
import { talkText as text } from './talk.text';
import { useDraft } from './talk-draft';

/** What is typed stays on this device until it is sent. */
export function CommentForm({ place, onSay }: { place: string; onSay: (words: string) => void }) {
  const [words, type] = useDraft(place);
  const [isEmpty, setEmpty] = useState(false);
  const over = words.trim().length - longestComment;
  const error = over > 0 ? text.tooLong(over) : isEmpty && !words.trim() ? text.empty : undefined;

  function send(event: FormEvent): void {
    event.preventDefault();
    setEmpty(!words.trim());
    if (!words.trim() || over > 0) return;
    onSay(words.trim());
    type('');
  }

  return (
    <form className={styles.form} noValidate onSubmit={send}>
      <TextArea label={text.field} hint={text.hint} rows={3} value={words} error={error} onChange={type} />
      <div>
        <Button type="submit">{text.send}</Button>
      </div>
    </form>
  );
}
