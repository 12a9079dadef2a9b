import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Review, ReviewComment } from '@waymark/contract';
import { type FormEvent, useState } from 'react';
import { call } from '../../api/call';
import { sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { Timestamp } from '../../ui/dates';
import { SelectField, TextArea } from '../../ui/fields';
import { LoadFailed } from '../../ui/load-failed';
import { Markdown } from '../../ui/markdown';
import { Notice } from '../../ui/notice';
import styles from './review.module.css';
import { reviewPageText } from './review-page.text';
import { reviewsText } from './reviews.text';
import form from './verdict-form.module.css';

const text = reviewPageText.comments;

function useComments(id: string) {
  const client = useQueryClient();
  const queryKey = ['review', id, 'comments'];
  const onSuccess = () => client.invalidateQueries({ queryKey });
  const comments = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      call('listComments', { params: { id }, query: { limit: 50, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  const say = useMutation({
    mutationFn: (body: { text: string; requirementId: string | null }) => call('sayInReview', { params: { id }, body }),
    onSuccess,
  });
  const remove = useMutation({
    mutationFn: (commentId: string) => call('deleteComment', { params: { id, commentId } }),
    onSuccess,
  });
  return { comments, say, remove };
}

interface SaidProps {
  comment: ReviewComment;
  about: string;
  onRemove: (() => void) | undefined;
}

function Said({ comment, about, onRemove }: SaidProps) {
  const { by, at, text: words } = comment;
  return (
    <article className={styles.answer}>
      <p>
        <b>{by?.name ?? text.formerly}</b>, <Timestamp at={at} /> <small className={styles.quiet}>{about}</small>
      </p>
      <Markdown text={words} />
      {onRemove && (
        <div>
          <Button variant="quiet" aria-label={text.removeOf(words.slice(0, 40))} onClick={onRemove}>
            {text.remove}
          </Button>
        </div>
      )}
    </article>
  );
}

interface ReviewCommentsProps {
  review: Review;
  myId: string | undefined;
  requirements: readonly { id: string; text: string }[];
}

/** What both sides say about the revision, or about one requirement of its brief. */
export function ReviewComments({ review, myId, requirements }: ReviewCommentsProps) {
  const { comments, say, remove } = useComments(review.id);
  const [words, setWords] = useState('');
  const [about, setAbout] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const all = comments.data?.pages.flatMap(({ items }) => items) ?? [];
  const aboutOf = ({ revision, requirementId }: ReviewComment) =>
    [reviewsText.revision(revision), requirements.find(({ id }) => id === requirementId)?.text]
      .filter(Boolean)
      .join(', ');

  function send(event: FormEvent): void {
    event.preventDefault();
    setEmpty(!words.trim());
    if (say.isPending || !words.trim()) return;
    say.mutate({ text: words, requirementId: about || null }, { onSuccess: () => setWords('') });
  }

  return (
    <section className={styles.section} aria-labelledby="review-talk">
      <h2 id="review-talk">{text.title}</h2>
      {comments.isError && !comments.data && (
        <LoadFailed title={text.loadFailed} error={comments.error} onRetry={() => comments.refetch()} />
      )}
      {comments.data && all.length === 0 && <p className={styles.quiet}>{text.none}</p>}
      {all.map((comment) => (
        <Said
          key={comment.id}
          comment={comment}
          about={aboutOf(comment)}
          onRemove={comment.by?.id === myId ? () => remove.mutate(comment.id) : undefined}
        />
      ))}
      {comments.hasNextPage && (
        <div>
          <Button busy={comments.isFetchingNextPage} onClick={() => comments.fetchNextPage()}>
            {text.more}
          </Button>
        </div>
      )}
      {remove.isError && <Notice tone="alarm">{sentenceFor(remove.error)}</Notice>}
      <form className={form.snippet} noValidate onSubmit={send}>
        {requirements.length > 0 && (
          <SelectField
            label={text.about}
            value={about}
            onChange={setAbout}
            options={[
              { value: '', label: text.aboutAll },
              ...requirements.map(({ id, text: label }) => ({ value: id, label })),
            ]}
          />
        )}
        <TextArea
          label={text.field}
          hint={text.hint}
          rows={3}
          maxLength={2000}
          value={words}
          error={isEmpty && !words.trim() ? text.empty : say.isError ? sentenceFor(say.error) : undefined}
          onChange={setWords}
        />
        <div>
          <Button type="submit" busy={say.isPending}>
            {text.send}
          </Button>
        </div>
      </form>
    </section>
  );
}
