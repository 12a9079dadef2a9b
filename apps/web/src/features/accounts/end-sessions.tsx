import type { Session } from '@waymark/contract';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { sentenceFor } from '../../api/problem';
import { forgetMember } from '../../api/session';
import { everyPage } from '../../text/every-page.text';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import layout from '../../ui/layout.module.css';
import { Notice } from '../../ui/notice';
import { notify } from '../../ui/toast';
import { useEndSessions } from './accounts.queries';
import { sessionsText } from './sessions.text';

/** How many it meant when it was asked: the list is shorter by the time it is done. */
interface Asked {
  where: 'elsewhere' | 'everywhere';
  count: number;
}

interface Props {
  sessions: readonly Session[];
  /** The others are signed out, and what listed them is gone. */
  onEnded: () => void;
}

export function EndSessions({ sessions, onEnded }: Props) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const others = sessions.filter(({ current }) => !current).length;
  const ask = (where: Asked['where'], count: number) => () => setAsked({ where, count });
  return (
    <div className={layout.row}>
      {others > 0 && <Button onClick={ask('elsewhere', others)}>{sessionsText.elsewhere.act}</Button>}
      <Button variant="danger" onClick={ask('everywhere', sessions.length)}>
        {sessionsText.everywhere.act}
      </Button>
      {asked && <Confirm {...asked} onClose={() => setAsked(null)} onEnded={onEnded} />}
    </div>
  );
}

interface ConfirmProps extends Asked {
  onClose: () => void;
  onEnded: () => void;
}

function Confirm({ where, count, onClose, onEnded }: ConfirmProps) {
  const ending = useEndSessions();
  const text = sessionsText[where];
  const end = () =>
    ending.mutate(where, {
      onSuccess: () => {
        // Nothing behind an open dialog can have the focus.
        flushSync(onClose);
        if (where === 'everywhere') forgetMember();
        else onEnded();
        notify({ text: text.done });
      },
    });
  const actions = (
    <>
      <Button onClick={onClose}>{everyPage.cancel}</Button>
      <Button variant="danger" busy={ending.isPending} onClick={end}>
        {text.final}
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={text.title} actions={actions}>
      <p>{text.text(count)}</p>
      {ending.isError && <Notice tone="alarm">{sentenceFor(ending.error)}</Notice>}
    </Dialog>
  );
}
