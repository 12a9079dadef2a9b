import type { Review } from '@waymark/contract';
import { useId } from 'react';
import { sentenceFor } from '../../api/problem';
import { everyPage } from '../../text/every-page.text';
import { Button } from '../../ui/button';
import { TextArea } from '../../ui/fields';
import { LeaveDialog } from '../../ui/leave-dialog';
import { Notice } from '../../ui/notice';
import { Segmented } from '../../ui/segmented';
import { useLeaveGuard } from '../../ui/use-leave-guard';
import type { Begun } from './draft-keeper';
import { JudgedLines } from './judged-lines';
import { reviewPageText } from './review-page.text';
import { reviewsText } from './reviews.text';
import { Snippets } from './snippets';
import { StaleDraft } from './stale-draft';
import type { TitleOf } from './titles';
import { useAnswering } from './use-answering';
import { useInsertion } from './use-insertion';
import { useVerdictDraft } from './use-verdict-draft';
import type { DraftWords } from './verdict-draft';
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
  const decisionId = useId();
  const confirms = words.topics.filter((topic) => topic.verdict === 'met').length;
  const isPassed = review.revision !== revision;
  const answering = useAnswering(review, words, { canSend: !theirs && !isPassed, onSent: keeper.forget });
  const insertion = useInsertion(answering.form, 'text');

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
      <form
        ref={answering.form}
        className={styles.form}
        noValidate
        onFocus={insertion.onFocus}
        onSubmit={answering.send}
      >
        {words.requirements.length > 0 && (
          <JudgedLines
            title={text.requirements}
            lines={words.requirements.map((line, place) => {
              const name = requirementOf(line.id);
              return { ...line, key: line.id, name, error: answering.lineError('requirements', place, name) };
            })}
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
            isSaid
            lines={words.topics.map((line, place) => {
              const { roadmap, topicId } = line;
              const name = titleOf(roadmap, topicId);
              return { ...line, key: `${roadmap}/${topicId}`, name, error: answering.lineError('topics', place, name) };
            })}
            onChange={(place, part) =>
              change({ topics: words.topics.map((line, each) => (each === place ? { ...line, ...part } : line)) })
            }
          />
        )}
        <TextArea
          name="text"
          label={text.text}
          hint={text.textHint}
          rows={8}
          required
          maxLength={10_000}
          value={words.text}
          error={answering.textError}
          onChange={(next) => change({ text: next })}
        />
        <div className={styles.decision}>
          <h3>{text.decision}</h3>
          <Segmented
            label={text.decision}
            value={words.decision ?? ('' as 'commented')}
            onChange={(next) => change({ decision: next })}
            options={decisions}
            wrongBy={answering.decisionError && decisionId}
          />
          <p className={styles.error} id={decisionId} role="alert">
            {answering.decisionError}
          </p>
        </div>
        <p className={styles.hint}>{confirms > 0 ? text.confirms(confirms) : text.confirmsNone}</p>
        {answering.failure && <Notice tone="alarm">{sentenceFor(answering.failure)}</Notice>}
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
          <Button type="submit" variant="main" busy={answering.isSending}>
            {words.decision ? text.send[words.decision] : text.sendOpen}
          </Button>
          <p role="status" className={styles.hint}>
            {status === 'kept' ? draftText.kept : status === 'stale' || status === 'failed' ? '' : draftText.keeping}
          </p>
        </div>
      </form>
      <LeaveDialog isOpen={guard.isAsking} onStay={guard.stay} onLeave={guard.leave} />
      <Snippets onInsert={insertion.insert} />
    </section>
  );
}
