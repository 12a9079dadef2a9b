import type { Help } from '@waymark/contract';
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

const text = talkText.help;

/** A request for help as either side has it before them: open, or closed and for a week to be opened again. */
export function HelpCard({ help, myId }: { help: Help; myId: string | undefined }) {
  const [isClosing, setClosing] = useState(false);
  const refresh = useTalkRefresh();
  const isMine = help.learner.id === myId;
  const { id, sentence, closed } = help;

  async function reopen(): Promise<void> {
    try {
      await call('reopenHelp', { params: { id } });
    } catch (failure) {
      notify({ tone: 'alarm', text: sentenceFor(failure) });
    }
    await refresh();
  }

  async function close(words: string): Promise<void> {
    try {
      await call('closeHelp', { params: { id }, body: { words } });
    } finally {
      await refresh();
    }
  }

  const by = closed?.by?.id === myId ? text.closedByMe : text.closed(closed?.by?.name ?? talkText.formerly);
  return (
    <div className={closed ? styles.done : styles.help}>
      <p>
        <b>{isMine ? text.mine : text.theirs(help.learner.name)}</b> <Timestamp at={help.askedAt} />
      </p>
      <p className={styles.words}>{sentence}</p>
      {closed && (
        <p className={styles.quiet}>
          {by} <Timestamp at={closed.at} />
          {closed.words && `: “${closed.words}”`}
        </p>
      )}
      {!closed && !isClosing && (
        <div>
          <Button aria-label={text.closeOf(sentence.slice(0, 40))} onClick={() => setClosing(true)}>
            {text.close}
          </Button>
        </div>
      )}
      {!closed && isClosing && (
        <WordForm
          place={`close:${id}`}
          label={text.closeField}
          send={text.close}
          cancel={text.cancel}
          onSend={close}
          onClose={() => setClosing(false)}
        />
      )}
      {isMine && help.reopenUntil && (
        <div>
          <Button variant="quiet" onClick={() => void reopen()}>
            {text.reopen}
          </Button>
        </div>
      )}
    </div>
  );
}
