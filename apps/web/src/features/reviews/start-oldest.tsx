import type { ReviewCard } from '@waymark/contract';
import { useNavigate } from 'react-router';
import { ButtonLink } from '../../ui/button';
import { Kbd } from '../../ui/kbd';
import { useKeys } from '../../ui/use-keys';
import { queueText as text } from './queue.text';
import { twentyMinutesText } from './twenty-minutes.text';

interface Props {
  review: Pick<ReviewCard, 'id' | 'project'>;
  /** Nothing else can be taken on: it is one that they hold. */
  isFull: boolean;
}

/** Opens the review that has waited longest, by a press or by the key that leads on to the next one there. */
export function StartOldest({ review, isFull }: Props) {
  const navigate = useNavigate();
  const path = `/reviews/${review.id}`;
  const { title } = review.project;
  useKeys({ n: { text: text.start, run: () => navigate(path) } }, { group: text.title });
  return (
    <ButtonLink to={path} variant="main" aria-keyshortcuts="n">
      {isFull ? twentyMinutesText.goOn(title) : text.startWith(title)} <Kbd>n</Kbd>
    </ButtonLink>
  );
}
