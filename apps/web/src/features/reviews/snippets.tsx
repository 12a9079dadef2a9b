import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../../api/call';
import { issueFor, sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { TextArea, TextField } from '../../ui/fields';
import { Notice } from '../../ui/notice';
import { notify } from '../../ui/toast';
import { reviewPageText } from './review-page.text';
import { useSnippets } from './reviews.queries';
import styles from './verdict-form.module.css';

const text = reviewPageText.snippets;

function useAgain() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['snippets'] });
}

function NewSnippet() {
  const onSuccess = useAgain();
  const [words, setWords] = useState({ title: '', text: '' });
  const add = useMutation({ mutationFn: () => call('createSnippet', { body: words }), onSuccess });
  const issue = (name: string) => (add.isError ? issueFor(add.error, name) : undefined);
  const isTold = issue('title') || issue('text');
  const keep = (event: FormEvent) => {
    event.preventDefault();
    if (add.isPending) return;
    add.mutate(undefined, {
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

/** Words to use again: a press puts them at the end of what is written. */
export function Snippets({ onInsert }: { onInsert: (words: string) => void }) {
  const snippets = useSnippets();
  const onSuccess = useAgain();
  const remove = useMutation({ mutationFn: (id: string) => call('deleteSnippet', { params: { id } }), onSuccess });
  const all = snippets.data?.items ?? [];
  const failure = remove.error ?? (snippets.data ? null : snippets.error);
  return (
    <section className={styles.snippets} aria-labelledby="review-snippets">
      <h3 id="review-snippets">{text.title}</h3>
      <p className={styles.hint}>{all.length > 0 ? text.hint : `${text.hint} ${text.none}`}</p>
      {failure && <Notice tone="alarm">{sentenceFor(failure)}</Notice>}
      <ul className={styles.kept}>
        {all.map(({ id, title, text: words }) => (
          <li key={id}>
            <Button
              onClick={() => {
                onInsert(words);
                notify({ text: text.inserted });
              }}
              aria-label={text.insert(title)}
            >
              {title}
            </Button>
            <Button variant="quiet" aria-label={text.remove(title)} onClick={() => remove.mutate(id)}>
              {text.removeShort}
            </Button>
          </li>
        ))}
      </ul>
      <NewSnippet />
    </section>
  );
}
