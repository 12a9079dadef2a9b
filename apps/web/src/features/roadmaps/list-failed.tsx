import { ProblemError, sentenceFor } from '../../api/problem';
import { everyPage } from '../../text/every-page.text';
import { Button, ButtonLink } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { Notice } from '../../ui/notice';
import { factsText as text } from './facts.text';

/** Why a page of a roadmap is not here, and what to do about it. */
export function ListFailed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  if (error instanceof ProblemError && error.code === 'not-found')
    return <EmptyState title={text.notFound} action={<ButtonLink to="/roadmaps">{text.toRoadmaps}</ButtonLink>} />;
  return (
    <Notice tone="alarm" title={text.failed} action={<Button onClick={onRetry}>{everyPage.retry}</Button>}>
      {sentenceFor(error)}
    </Notice>
  );
}
