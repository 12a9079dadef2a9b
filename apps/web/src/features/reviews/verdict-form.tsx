import type { Review } from '@waymark/contract';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { issueFor, sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { TextArea } from '../../ui/fields';
import { Notice } from '../../ui/notice';
import { Segmented } from '../../ui/segmented';
import { notify } from '../../ui/toast';
import { JudgedLines } from './judged-lines';
import { reviewPageText } from './review-page.text';
import { useReviewAct } from './reviews.queries';
import { reviewsText } from './reviews.text';
import { Snippets } from './snippets';
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
  /** What was kept, with a line for everything that there is to judge. */
  initial: DraftWords;
  version: number;
  /** Of a revision before this one. */
  isCarried: boolean;
  titleOf: TitleOf;
  requirementOf: (id: string) => string;
}

/** A reviewer's answer: each requirement, each topic, and the whole in their own words. */
export function VerdictForm({ review, initial, version, isCarried, titleOf, requirementOf }: VerdictFormProps) {
  const draft = useVerdictDraft(review, initial, version, isCarried);
  const act = useReviewAct();
  const [isAsked, setAsked] = useState(false);
  const { words, change, theirs } = draft;
  const verdict = verdictFrom(words);
  const confirms = words.topics.filter((topic) => topic.verdict === 'met').length;
  const decision = words.decision ?? 'commented';

  function send(event: FormEvent): void {
    event.preventDefault();
    if (act.isPending || theirs) return;
    setAsked(!verdict);
    if (!verdict) return;
    act.mutate(
      { act: 'giveVerdict', review, verdict },
      {
        onSuccess: () => {
          draft.forget();
          notify({ text: text.sent[verdict.decision], tone: 'good' });
        },
      },
    );
  }

  const kept = draft.isKept
    ? draftText.kept
    : draft.hasFailed && !draft.isKeeping
      ? draftText.notKept
      : draftText.keeping;
  return (
    <section className={styles.form} aria-labelledby="review-verdict">
      <h2 id="review-verdict">{text.title}</h2>
      {isCarried && <Notice tone="info">{draftText.carried}</Notice>}
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
          <Notice
            tone="alarm"
            title={draftText.stale}
            action={
              <>
                <Button onClick={draft.takeTheirs}>{draftText.takeTheirs}</Button>
                <Button onClick={draft.keepMine}>{draftText.keepMine}</Button>
              </>
            }
          >
            <p>{draftText.staleText}</p>
            <blockquote className={styles.theirs}>{theirs.text}</blockquote>
          </Notice>
        )}
        <div className={styles.send}>
          <Button type="submit" variant="main" busy={act.isPending}>
            {text.send[decision]}
          </Button>
          <p role="status" className={styles.hint}>
            {theirs ? '' : kept}
          </p>
        </div>
      </form>
      <Snippets onInsert={(more) => change({ text: [words.text.trimEnd(), more].filter(Boolean).join('\n\n') })} />
    </section>
  );
}
