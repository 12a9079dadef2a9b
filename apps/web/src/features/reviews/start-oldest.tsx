import type { ReviewCard } from '@waymark/contract';
import { useNavigate } from 'react-router';
import { ButtonLink } from '../../ui/button';
import { Kbd } from '../../ui/kbd';
import { useKeys } from '../../ui/use-keys';
import { queueText as text } from './queue.text';

/** Opens the review that has waited longest, by a press or by the key that leads on to the next one there. */
export function StartOldest({ review }: { review: Pick<ReviewCard, 'id' | 'project'> }) {
  const navigate = useNavigate();
  const path = `/reviews/${review.id}`;
  useKeys({ n: { text: text.start, run: () => navigate(path) } }, { group: text.title });
  return (
    <ButtonLink to={path} variant="main" aria-keyshortcuts="n">
      {text.startWith(review.project.title)} <Kbd>n</Kbd>
    </ButtonLink>
  );
}
