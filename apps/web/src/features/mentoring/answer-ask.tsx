import { useState } from 'react';
import { sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/fields';
import { Notice } from '../../ui/notice';
import { useAnswerAsk } from './invitations.queries';
import { invitationsText } from './invitations.text';

const text = invitationsText.answer;

interface Props {
  id: string;
  token?: string | undefined;
  name: string;
  onAnswered: (accepted: boolean) => void;
}

/** Two buttons, and the sentence that may go with either. */
export function AnswerAsk({ id, token, name, onAnswered }: Props) {
  const [asking, setAsking] = useState<'accept' | 'decline' | null>(null);
  const [answer, setAnswer] = useState('');
  const act = useAnswerAsk();
  const isAccept = asking === 'accept';
  const { accept, decline, acceptOf, declineOf } = invitationsText.received;

  function onAnswer() {
    if (act.isPending) return;
    act.mutate(
      { id, token, accept: isAccept, answer: answer.trim() },
      {
        onSuccess: () => {
          setAsking(null);
          onAnswered(isAccept);
        },
      },
    );
  }

  return (
    <>
      <Button variant="main" aria-label={acceptOf(name)} onClick={() => setAsking('accept')}>
        {accept}
      </Button>
      <Button variant="quiet" aria-label={declineOf(name)} onClick={() => setAsking('decline')}>
        {decline}
      </Button>
      <Dialog
        open={asking !== null}
        onClose={() => setAsking(null)}
        title={isAccept ? text.acceptTitle(name) : text.declineTitle(name)}
        actions={
          <>
            <Button onClick={() => setAsking(null)}>{text.keep}</Button>
            <Button variant={isAccept ? 'main' : 'danger'} busy={act.isPending} onClick={onAnswer}>
              {isAccept ? accept : decline}
            </Button>
          </>
        }
      >
        <p>{isAccept ? text.acceptText(name) : text.declineText(name)}</p>
        {act.isError && <Notice tone="alarm">{sentenceFor(act.error)}</Notice>}
        <TextField label={text.words} hint={text.wordsHint} value={answer} onChange={setAnswer} maxLength={300} />
      </Dialog>
    </>
  );
}
