import type { Suggestion } from '@waymark/contract';
import { useState } from 'react';
import { call } from '../../api/call';
import { sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { Timestamp } from '../../ui/dates';
import { notify } from '../../ui/toast';
import styles from './talk.module.css';
import { useTalkRefresh } from './talk.queries';
import { talkText } from './talk.text';
import { WordForm } from './word-form';

const text = talkText.suggestion;
/** What taking one changes beside the talk. */
const changedByTaking = ['enrolment', 'enrolments', 'room', 'rooms', 'activity'];

/** What is suggested, without what to do about it. */
export function SuggestionWords({ suggestion }: { suggestion: Suggestion }) {
  const { by, kind, url, words, at, answer } = suggestion;
  return (
    <>
      <p>
        <b>{text.by(by?.name ?? talkText.formerly)}</b> <Timestamp at={at} />
      </p>
      <p className={styles.words}>
        {text.kind[kind]}
        {url && (
          <>
            {': '}
            <a href={url} rel="noopener noreferrer nofollow">
              {url}
            </a>
          </>
        )}
        {words && <q className={styles.quote}>{words}</q>}
      </p>
      {answer && (
        <p className={styles.quiet}>
          {answer.kind === 'taken' ? text.isTaken : text.isPutAway} <Timestamp at={answer.at} />
          {answer.words && `: “${answer.words}”`}
        </p>
      )}
    </>
  );
}

/** What the learner does about an open one: takes it, or puts it away with a word. */
export function SuggestionActs({ suggestion }: { suggestion: Suggestion }) {
  const [isPuttingAway, setPuttingAway] = useState(false);
  const [busy, setBusy] = useState(false);
  const refresh = useTalkRefresh();
  const { id, kind, title } = suggestion;
  const answer = (to: 'taken' | 'put-away', words = '') =>
    call('answerSuggestion', { params: { id }, body: { answer: to, words } }).finally(() =>
      refresh(...changedByTaking),
    );

  async function take(): Promise<void> {
    setBusy(true);
    try {
      await answer('taken');
      notify({ tone: 'good', text: text.taken[kind] });
    } catch (failure) {
      notify({ tone: 'alarm', text: sentenceFor(failure) });
    }
    setBusy(false);
  }

  if (isPuttingAway) {
    return (
      <WordForm
        place={`put-away:${id}`}
        label={text.putAwayField}
        send={text.putAway}
        cancel={text.cancel}
        onSend={(words) => answer('put-away', words)}
        onClose={() => setPuttingAway(false)}
      />
    );
  }
  return (
    <div className={styles.acts}>
      <Button busy={busy} aria-label={text.takeOf(text.take[kind], title)} onClick={() => void take()}>
        {text.take[kind]}
      </Button>
      <Button variant="quiet" aria-label={text.putAwayOf(title)} onClick={() => setPuttingAway(true)}>
        {text.putAway}
      </Button>
    </div>
  );
}
