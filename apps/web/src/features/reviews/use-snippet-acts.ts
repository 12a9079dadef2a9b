import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Snippet } from '@waymark/contract';
import { call } from '../../api/call';
import { sentenceFor } from '../../api/problem';
import { everyPage } from '../../text/every-page.text';
import { notify } from '../../ui/toast';
import { reviewPageText } from './review-page.text';

const text = reviewPageText.snippets;

/** Keeps words to use again, and deletes them; that can be undone where it is said. */
export function useSnippetActs() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: ['snippets'] });
  const add = useMutation({
    mutationFn: (body: Pick<Snippet, 'title' | 'text'>) => call('createSnippet', { body }),
    onSettled,
  });
  const bringBack = useMutation({
    mutationFn: ({ title, text: words, id }: Snippet) =>
      call('createSnippet', { body: { title, text: words }, idempotencyKey: `undo-${id}` }),
    onSuccess: ({ title }) => notify({ text: text.isBack(title), tone: 'good' }),
    onError: (error, snippet) =>
      notify({
        text: sentenceFor(error),
        tone: 'alarm',
        action: { label: everyPage.retry, run: () => bringBack.mutate(snippet) },
      }),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: ({ id }: Snippet) => call('deleteSnippet', { params: { id } }),
    onSuccess: (_, snippet) =>
      notify({ text: text.removed(snippet.title), action: { label: text.undo, run: () => bringBack.mutate(snippet) } }),
    onSettled,
  });
  return { add, remove };
}
