import { isProblem } from '../../api/problem';
import { ButtonLink } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { LoadFailed } from '../../ui/load-failed';
import { factsText as text } from './facts.text';

/** Why a page of a roadmap is not here, and what to do about it. */
export function ListFailed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  if (isProblem(error, 'not-found'))
    return <EmptyState title={text.notFound} action={<ButtonLink to="/roadmaps">{text.toRoadmaps}</ButtonLink>} />;
  return <LoadFailed title={text.failed} error={error} onRetry={onRetry} />;
}
