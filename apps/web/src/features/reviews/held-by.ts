import type { ReviewCard } from '@waymark/contract';

export const isHeldBy = ({ claim }: Pick<ReviewCard, 'claim'>, myId: string | undefined): boolean =>
  claim !== null && claim.mentor.id === myId;
