import type { Review } from '@waymark/contract';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { issueFor, sentenceFor } from '../../api/problem';
import { everyPage } from '../../text/every-page.text';
import { Button } from '../../ui/button';
import { TextArea } from '../../ui/fields';
import { LeaveDialog } from '../../ui/leave-dialog';
import { Notice } from '../../ui/notice';
import { Segmented } from '../../ui/segmented';
import { notify } from '../../ui/toast';
import { useLeaveGuard } from '../../ui/use-leave-guard';
import type { Begun } from './draft-keeper';
import { JudgedLines } from './judged-lines';
import { reviewPageText } from './review-page.text';
import { useReviewAct } from './reviews.queries';
import { reviewsText } from './reviews.text';
import { Snippets } from './snippets';
import { StaleDraft } from './stale-draft';
import type { TitleOf } from './titles';
import { useVerdictDraft } from './use-verdict-draft';
import { type DraftWords, verdictFrom } from './verdict-draft';
import styles from './verdict-form.module.css';

const text = reviewsText.verdict;
const draftText = reviewPageText.draft;
const decisions = (['approved', 'changes_requested', 'commented'] as const).map((value) => ({
  value,
  label: text.decisions[value],
}));

interface VerdictFormProps {
  review: Review;
  /** The one that is answered. */
  revision: number;
  /** What was kept, with a line for everything that there is to judge; carried over from a revision before this one. */
  begun: Begun;
  titleOf: TitleOf;
  requirementOf: (id: string) => string;
  /** Goes on with these words to the revision that is under review now. */
  onCarry: (words: DraftWords) => void;
}

/** A reviewer's answer: each requirement, each topic, and the whole in their own words. */
export function VerdictForm({ review, revision, begun, titleOf, requirementOf, onCarry }: VerdictFormProps) {
  const draft = useVerdictDraft(review, revision, begun);
  const { keeper, words, theirs, status } = draft;
  const { change } = keeper;
  // What is kept can be left; what is not would be lost.
  const guard = useLeaveGuard(status === 'failed' || status === 'stale');
  const act = useReviewAct();
  const [isAsked, setAsked] = useState(false);
  const verdict = verdictFrom(words);
  const confirms = words.topics.filter((topic) => topic.verdict === 'met').length;
  const isPassed = review.revision !== revision;

  function send(event: FormEvent): void {
    event.preventDefault();
    if (act.isPending || theirs || isPassed) return;
    setAsked(!verdict);
    if (!verdict) return;
    act.mutate(
      { act: 'giveVerdict', review, verdict },
      {
        onSuccess: () => {
          keeper.forget();
          notify({ text: text.sent[verdict.decision], tone: 'good' });
        },
      },
    );
  }

  return (
    <section className={styles.form} aria-labelledby="review-verdict">
      <h2 id="review-verdict">{text.title}</h2>
      {begun.isCarried && <Notice tone="info">{draftText.carried}</Notice>}
      {isPassed && (
        <Notice
          tone="info"
          title={draftText.passed(review.revision)}
          action={<Button onClick={() => onCarry(words)}>{draftText.carry(review.revision)}</Button>}
        >
          {draftText.passedText}
        </Notice>
      )}
      <form className={styles.form} noValidate onSubmit={send}>
        {words.requirements.length > 0 && (
          <JudgedLines
            title={text.requirements}
            lines={words.requirements.map((line) => ({ ...line, key: line.id, name: requirementOf(line.id) }))}
            onChange={(place, part) =>
              change({
                requirements: words.requirements.map((line, each) => (each === place ? { ...line, ...part } : line)),
              })
            }
          />
        )}
        {words.topics.length > 0 && (
          <JudgedLines
            title={text.topics}
            hint={text.topicsHint}
            lines={words.topics.map((line) => ({
              ...line,
              key: `${line.roadmap}/${line.topicId}`,
              name: titleOf(line.roadmap, line.topicId),
            }))}
            onChange={(place, part) =>
              change({ topics: words.topics.map((line, each) => (each === place ? { ...line, ...part } : line)) })
            }
          />
        )}
        <TextArea
          label={text.text}
          hint={text.textHint}
          rows={8}
          value={words.text}
          error={act.isError ? issueFor(act.error, 'text') : undefined}
          onChange={(next) => change({ text: next })}
        />
        <div className={styles.decision}>
          <h3>{text.decision}</h3>
          <Segmented
            label={text.decision}
            value={words.decision ?? ('' as 'commented')}
            onChange={(next) => change({ decision: next })}
            options={decisions}
          />
        </div>
        <p className={styles.hint}>{confirms > 0 ? text.confirms(confirms) : text.confirmsNone}</p>
        {isAsked && !verdict && <Notice tone="alarm">{draftText.missing}</Notice>}
        {act.isError && <Notice tone="alarm">{sentenceFor(act.error)}</Notice>}
        {theirs && (
          <StaleDraft
            mine={words}
            theirs={theirs}
            keeper={keeper}
            nameOf={(line) => ('id' in line ? requirementOf(line.id) : titleOf(line.roadmap, line.topicId))}
          />
        )}
        {status === 'failed' && (
          <Notice
            tone="alarm"
            title={draftText.notKept}
            action={<Button onClick={() => void keeper.flush()}>{everyPage.retry}</Button>}
          >
            {sentenceFor(draft.failure)}
          </Notice>
        )}
        <div className={styles.send}>
          <Button type="submit" variant="main" busy={act.isPending}>
            {words.decision ? text.send[words.decision] : text.sendOpen}
          </Button>
          <p role="status" className={styles.hint}>
            {status === 'kept' ? draftText.kept : status === 'stale' || status === 'failed' ? '' : draftText.keeping}
          </p>
        </div>
      </form>
      <LeaveDialog isOpen={guard.isAsking} onStay={guard.stay} onLeave={guard.leave} />
      <Snippets onInsert={(more) => change({ text: [words.text.trimEnd(), more].filter(Boolean).join('\n\n') })} />
    </section>
  );
}
