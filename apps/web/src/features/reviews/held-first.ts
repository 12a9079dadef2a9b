import type { ReviewCard } from '@waymark/contract';

export const isHeldBy = ({ claim }: Pick<ReviewCard, 'claim'>, myId: string | undefined): boolean =>
  claim !== null && claim.mentor.id === myId;

/** What I have taken on before what waits for somebody; within each as it came, the longest wait first. */
export function heldFirst(reviews: readonly ReviewCard[], myId: string | undefined): ReviewCard[] {
  const held = reviews.filter((review) => isHeldBy(review, myId));
  return [...held, ...reviews.filter((review) => !isHeldBy(review, myId))];
}
