import { type FormEvent, useRef, useState } from 'react';
import { issueFor, sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { TextArea, TextField } from '../../ui/fields';
import { Notice } from '../../ui/notice';
import { notify } from '../../ui/toast';
import { reviewPageText } from './review-page.text';
import { useSnippets } from './reviews.queries';
import { useSnippetActs } from './use-snippet-acts';
import styles from './verdict-form.module.css';

const text = reviewPageText.snippets;

function NewSnippet() {
  const [words, setWords] = useState({ title: '', text: '' });
  const { add } = useSnippetActs();
  const issue = (name: string) => (add.isError ? issueFor(add.error, name) : undefined);
  const isTold = issue('title') || issue('text');
  const keep = (event: FormEvent) => {
    event.preventDefault();
    if (add.isPending) return;
    add.mutate(words, {
      onSuccess: () => {
        setWords({ title: '', text: '' });
        notify({ text: text.kept, tone: 'good' });
      },
    });
  };
  return (
    <details>
      <summary>{text.add}</summary>
      <form className={styles.snippet} noValidate onSubmit={keep}>
        <TextField
          label={text.name}
          value={words.title}
          error={issue('title')}
          onChange={(title) => setWords({ ...words, title })}
        />
        <TextArea
          label={text.text}
          rows={3}
          value={words.text}
          error={issue('text')}
          onChange={(next) => setWords({ ...words, text: next })}
        />
        {add.isError && !isTold && <Notice tone="alarm">{sentenceFor(add.error)}</Notice>}
        <div>
          <Button type="submit" busy={add.isPending}>
            {text.keep}
          </Button>
        </div>
      </form>
    </details>
  );
}

/** Words to use again: a press puts them where one was writing. `onInsert` answers `false` where there is no room for them. */
export function Snippets({ onInsert }: { onInsert: (words: string) => boolean }) {
  const snippets = useSnippets();
  const heading = useRef<HTMLHeadingElement>(null);
  const { remove } = useSnippetActs();
  const all = snippets.data?.items ?? [];
  const failure = remove.error ?? (snippets.data ? null : snippets.error);
  return (
    <section className={styles.snippets} aria-labelledby="review-snippets">
      <h3 id="review-snippets" ref={heading} tabIndex={-1}>
        {text.title}
      </h3>
      <p className={styles.hint}>{all.length > 0 ? text.hint : `${text.hint} ${text.none}`}</p>
      {failure && <Notice tone="alarm">{sentenceFor(failure)}</Notice>}
      <ul className={styles.kept}>
        {all.map((snippet) => (
          <li key={snippet.id}>
            <Button
              onClick={() => {
                if (!onInsert(snippet.text)) notify({ text: text.noRoom(snippet.title), tone: 'alarm' });
              }}
              aria-label={text.insert(snippet.title)}
            >
              {snippet.title}
            </Button>
            <Button
              variant="quiet"
              aria-label={text.remove(snippet.title)}
              onClick={() => {
                // What was pressed goes away with its line.
                heading.current?.focus();
                remove.mutate(snippet);
              }}
            >
              {text.removeShort}
            </Button>
          </li>
        ))}
      </ul>
      <NewSnippet />
    </section>
  );
}
