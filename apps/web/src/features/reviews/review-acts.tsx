import type { Review } from '@waymark/contract';
import { sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { notify } from '../../ui/toast';
import { AskElsewhere } from './ask-elsewhere';
import styles from './review.module.css';
import { type LearnerAct, type MentorAct, useReviewAct } from './reviews.queries';
import { reviewsText } from './reviews.text';
import { WithdrawReview } from './withdraw-review';

const text = reviewsText;

interface Props {
  review: Review;
  myId: string | undefined;
  /** Once something was done: what it was done by may be gone, and the focus with it. */
  onDone?: () => void;
}

/** What who looks may do with it now, beside answering it. */
export function ReviewActs({ review, myId, onDone }: Props) {
  const act = useReviewAct();
  const { abilities } = review;
  const isLearner = review.learner.id === myId;
  const acts: readonly [name: LearnerAct | MentorAct, isAble: boolean | undefined, label: string][] = [
    ['claimReview', abilities.claim && review.state === 'requested', text.acts.claimReview],
    ['resubmit', abilities.resubmit, text.acts.resubmit],
    ['passBall', abilities.pass, isLearner ? text.acts.passToMentor : text.acts.passToLearner],
    ['renewClaim', abilities.renew, text.acts.renewClaim],
    ['releaseReview', abilities.release, text.acts.releaseReview],
    ['reopenReview', abilities.reopen, text.acts.reopenReview],
    ['thankForReview', abilities.thank, text.acts.thankForReview],
  ];
  const able = acts.filter(([, isAble]) => isAble);
  const failure = act.isError && (
    <Notice tone="alarm" title={text.notKept}>
      {sentenceFor(act.error)}
    </Notice>
  );

  function run(name: LearnerAct | MentorAct, close?: () => void) {
    const onSuccess = () => {
      close?.();
      notify({ text: text.done[name], tone: 'good' });
      onDone?.();
    };
    act.mutate({ act: name, review }, { onSuccess });
  }

  return (
    <div className={styles.acts}>
      {failure}
      {able.map(([name, , label], place) => (
        <Button
          key={name}
          variant={place === 0 ? 'main' : 'plain'}
          busy={act.isPending && act.variables.act === name}
          onClick={() => run(name)}
        >
          {label}
        </Button>
      ))}
      {abilities.ask && <AskElsewhere review={review} onDone={onDone} />}
      {abilities.withdraw && (
        <WithdrawReview isBusy={act.isPending} failure={failure} onWithdraw={(close) => run('withdrawReview', close)} />
      )}
    </div>
  );
}
