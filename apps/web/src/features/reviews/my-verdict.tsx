import type { Review, Roadmap } from '@waymark/contract';
import { useState } from 'react';
import { LoadFailed } from '../../ui/load-failed';
import { Skeleton } from '../../ui/skeleton';
import { reviewPageText } from './review-page.text';
import { useDraft } from './reviews.queries';
import type { TitleOf } from './titles';
import { type DraftWords, draftFor } from './verdict-draft';
import { VerdictForm } from './verdict-form';

interface MyVerdictProps {
  review: Review;
  /** Those that its topics and its brief are of, all of them. */
  roadmaps: readonly Roadmap[];
  titleOf: TitleOf;
  requirements: readonly { id: string; text: string }[];
}

/**
 * The form of the revision that was under review when it was opened, on what was begun of it, or of the one before where
 * nothing was. A revision that comes in meanwhile takes nothing from under somebody's hands: one goes on to it by a press.
 */
export function MyVerdict({ review, roadmaps, titleOf, requirements }: MyVerdictProps) {
  const [at, setAt] = useState<{ revision: number; carried: DraftWords | null }>({
    revision: review.revision,
    carried: null,
  });
  const draft = useDraft(review, at.revision);
  const before = review.revisions.findLast(({ number }) => number < at.revision)?.number;
  const isNew = draft.data?.version === 0;
  const wantsOlder = isNew && before !== undefined && at.carried === null;
  const older = useDraft(review, before ?? 0, wantsOlder);
  const isReady = draft.data && (!wantsOlder || older.data || older.isError);
  if (draft.isError && !draft.data) {
    return <LoadFailed title={reviewPageText.draft.loadFailed} error={draft.error} onRetry={() => draft.refetch()} />;
  }
  if (!isReady) return <Skeleton lines={5} height={48} />;
  const begun = isNew && wantsOlder && older.data && older.data.version > 0 ? older.data : null;
  // What was begun on this very revision in another window goes first.
  const carried = isNew ? (at.carried ?? begun) : null;
  return (
    <VerdictForm
      key={at.revision}
      review={review}
      revision={at.revision}
      begun={{
        words: draftFor(review, carried ?? draft.data, roadmaps),
        version: draft.data.version,
        isCarried: carried !== null,
      }}
      titleOf={titleOf}
      requirementOf={(id) => requirements.find((each) => each.id === id)?.text ?? id}
      onCarry={(words) => setAt({ revision: review.revision, carried: words })}
    />
  );
}
