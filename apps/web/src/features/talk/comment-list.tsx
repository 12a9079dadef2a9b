import type { TopicComment } from '@waymark/contract';
import { useState } from 'react';
import { sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { Timestamp } from '../../ui/dates';
import { LoadFailed } from '../../ui/load-failed';
import { Markdown } from '../../ui/markdown';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';
import styles from './talk.module.css';
import { inOrder, type TalkPlace, useComments } from './talk.queries';
import { talkText as text } from './talk.text';
import type { useSay } from './use-say';

function Said({ comment, isMine, onRemove }: { comment: TopicComment; isMine: boolean; onRemove: () => void }) {
  const { by, at, text: words } = comment;
  return (
    <li className={styles.said}>
      <p>
        <b>{isMine ? text.me : (by?.name ?? text.formerly)}</b> <Timestamp at={at} />
      </p>
      <Markdown text={words} />
      {isMine && (
        <Button variant="quiet" aria-label={text.removeOf(words.slice(0, 40))} onClick={onRemove}>
          {text.remove}
        </Button>
      )}
    </li>
  );
}

interface CommentListProps {
  place: TalkPlace;
  myId: string | undefined;
  saying: ReturnType<typeof useSay>;
}

/** What was said, the newest page first on the page; what waits to be sent stands at its end. */
export function CommentList({ place, myId, saying }: CommentListProps) {
  const comments = useComments(place);
  const [failure, setFailure] = useState<unknown>(null);
  const said = inOrder(comments.data);
  if (comments.isPending) return <Skeleton lines={2} height={44} />;
  if (!comments.data) {
    return <LoadFailed title={text.loadFailed} error={comments.error} onRetry={() => void comments.refetch()} />;
  }
  const remove = (id: string) => {
    setFailure(null);
    saying.remove(id).catch(setFailure);
  };
  return (
    <>
      {comments.hasNextPage && (
        <Button variant="quiet" busy={comments.isFetchingNextPage} onClick={() => void comments.fetchNextPage()}>
          {text.older}
        </Button>
      )}
      {said.length + saying.waiting.length === 0 && <p className={styles.quiet}>{text.none}</p>}
      <ol className={styles.list} aria-live="polite" aria-relevant="additions">
        {said.map((comment) => (
          <Said
            key={comment.id}
            comment={comment}
            isMine={comment.by !== null && comment.by.id === myId}
            onRemove={() => remove(comment.id)}
          />
        ))}
        {saying.waiting.map(({ id, text: words }) => (
          <li key={id} className={styles.said}>
            <p>
              <b>{text.me}</b> <span className={styles.quiet}>{text.waiting}</span>
            </p>
            {/* As it was written: what renders it may not be here yet, without a connection. */}
            <p className={styles.plain}>{words}</p>
          </li>
        ))}
      </ol>
      {failure !== null && <Notice tone="alarm">{sentenceFor(failure)}</Notice>}
    </>
  );
}
