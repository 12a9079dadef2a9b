import type { Review } from '@waymark/contract';
import { requirementsOf } from '@waymark/contract/rules';
import { Link, useParams } from 'react-router';
import { sentenceFor } from '../../api/problem';
import { useSession } from '../../api/session';
import { Button, ButtonLink } from '../../ui/button';
import { classes } from '../../ui/classes';
import layout from '../../ui/layout.module.css';
import { Markdown } from '../../ui/markdown';
import { Notice } from '../../ui/notice';
import { PageHead } from '../../ui/page-head';
import { PageSkeleton } from '../../ui/page-skeleton';
import { WriteUp } from '../projects/write-up';
import { GivenAnswers } from './given-answers';
import { MyVerdict } from './my-verdict';
import { NextReview } from './next-review';
import { receiptText } from './receipt.text';
import styles from './review.module.css';
import { ReviewActs } from './review-acts';
import { ReviewComments } from './review-comments';
import { ReviewHistory } from './review-history';
import { reviewPageText } from './review-page.text';
import { ReviewStanding } from './review-standing';
import { ReviewedProject } from './reviewed-project';
import { isGone, useReview, useRoadmapList, useRoadmapsOf } from './reviews.queries';
import { reviewsText as text } from './reviews.text';
import { RevisionDiff } from './revision-diff';
import { titlesFrom } from './titles';

function Loaded({ review, myId }: { review: Review; myId: string | undefined }) {
  const { snapshot, learner } = review;
  const isLearner = learner.id === myId;
  // A brief may be of a roadmap that the project covers nothing of.
  const slugs = useRoadmapList(snapshot.briefId !== null);
  const { roadmaps, isPending } = useRoadmapsOf([...snapshot.covers.map(({ roadmap }) => roadmap), ...slugs]);
  const titleOf = titlesFrom(roadmaps);
  const requirements = requirementsOf(new Map(roadmaps.map((each) => [each.slug, each])), snapshot.briefId);
  return (
    <div className={layout.wrap}>
      <PageHead
        title={reviewPageText.title(review.project.title)}
        eyebrow={isLearner ? text.eyebrow : `${text.eyebrow}, ${reviewPageText.by} ${learner.name}`}
      >
        {isLearner && <ButtonLink to={`/projects/${review.project.id}`}>{text.toProject}</ButtonLink>}
      </PageHead>
      <div className={classes(styles.page, isLearner && styles.mine)}>
        <section className={styles.question} aria-labelledby="review-question">
          <h2 id="review-question">{isLearner ? text.myQuestion : text.question}</h2>
          <Markdown text={review.question} />
        </section>
        <aside className={styles.aside}>
          <ReviewStanding review={review} myId={myId} />
          <ReviewActs review={review} myId={myId} />
          {!isLearner && <NextReview id={review.id} isAnswered={review.ballWith !== 'mentor'} />}
          {review.verdicts.length > 0 && <Link to={`/reviews/${review.id}/receipt`}>{receiptText.open}</Link>}
        </aside>
        <div className={styles.main}>
          <ReviewedProject
            review={review}
            titleOf={titleOf}
            writeUp={<WriteUp projectId={review.project.id} text={snapshot.writeUp} />}
          />
          <RevisionDiff key={review.revision} review={review} titleOf={titleOf} />
          {review.abilities.verdict && !isPending && (
            <MyVerdict review={review} roadmaps={roadmaps} titleOf={titleOf} requirements={requirements} />
          )}
          <GivenAnswers review={review} titleOf={titleOf} requirements={requirements} />
          <ReviewComments review={review} myId={myId} requirements={requirements} />
          <ReviewHistory review={review} />
        </div>
      </div>
    </div>
  );
}

/** One review, for its learner and for who may review it. */
export function ReviewPage() {
  const { id = '' } = useParams();
  const { account } = useSession();
  const query = useReview(id);
  if (query.data) return <Loaded key={id} review={query.data} myId={account?.id} />;
  if (!query.isError) return <PageSkeleton />;
  const gone = isGone(query.error);
  return (
    <div className={layout.wrap}>
      <PageHead title={gone ? text.gone : text.loadFailed} eyebrow={text.eyebrow} />
      <Notice
        tone={gone ? 'info' : 'alarm'}
        action={
          <>
            {!gone && <Button onClick={() => query.refetch()}>{text.retry}</Button>}
            <ButtonLink to="/mentoring">{text.toReviews}</ButtonLink>
          </>
        }
      >
        {gone ? text.notFound : sentenceFor(query.error)}
      </Notice>
    </div>
  );
}
