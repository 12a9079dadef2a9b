import type { Review, Roadmap } from '@waymark/contract';
import { sentenceFor } from '../../api/problem';
import { everyPage } from '../../text/every-page.text';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';
import { reviewPageText } from './review-page.text';
import { useDraft } from './reviews.queries';
import type { TitleOf } from './titles';
import { draftFor } from './verdict-draft';
import { VerdictForm } from './verdict-form';

interface MyVerdictProps {
  review: Review;
  /** Those that its topics and its brief are of, all of them. */
  roadmaps: readonly Roadmap[];
  titleOf: TitleOf;
  requirements: readonly { id: string; text: string }[];
}

/** The form of the revision under review, on what was begun of it, or of the one before where nothing was. */
export function MyVerdict({ review, roadmaps, titleOf, requirements }: MyVerdictProps) {
  const draft = useDraft(review, review.revision);
  const before = review.revisions.at(-2)?.number;
  const isNew = draft.data?.version === 0;
  const older = useDraft(review, before ?? 0, isNew && before !== undefined);
  const isReady = draft.data && (!isNew || before === undefined || older.data || older.isError);
  if (draft.isError && !draft.data) {
    return (
      <Notice
        tone="alarm"
        title={reviewPageText.draft.loadFailed}
        action={<Button onClick={() => draft.refetch()}>{everyPage.retry}</Button>}
      >
        {sentenceFor(draft.error)}
      </Notice>
    );
  }
  if (!isReady) return <Skeleton lines={5} height={48} />;
  const isCarried = isNew && (older.data?.version ?? 0) > 0;
  const kept = isCarried && older.data ? older.data : draft.data;
  return (
    <VerdictForm
      review={review}
      initial={draftFor(review, kept, roadmaps)}
      version={draft.data.version}
      isCarried={isCarried}
      titleOf={titleOf}
      requirementOf={(id) => requirements.find((each) => each.id === id)?.text ?? id}
    />
  );
}
