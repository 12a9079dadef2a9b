import { useState } from 'react';
import { Button } from '../../ui/button';
import { Confirm } from './confirm';
import { useAct } from './use-act';

interface MemberActProps {
  label: string;
  /** What follows from it. */
  text: string;
  /** Left out: it is harmless, and done at once. */
  asks?: string | undefined;
  isDanger?: boolean | undefined;
  run: () => Promise<unknown>;
  done: string;
}

export function MemberAct({ label, text, asks, isDanger = false, run, done }: MemberActProps) {
  const { busy, act, dialog } = useAct();
  const [isAsking, setAsking] = useState(false);
  const go = async () => {
    await act(run, done);
    setAsking(false);
  };
  return (
    <li>
      <p>{text}</p>
      <Button
        variant={isDanger ? 'danger' : 'plain'}
        busy={busy && !isAsking}
        onClick={() => (asks ? setAsking(true) : void go())}
      >
        {label}
      </Button>
      {isAsking && asks && (
        <Confirm
          title={asks}
          label={label}
          busy={busy}
          danger={isDanger}
          onClose={() => setAsking(false)}
          onConfirm={go}
        >
          {text}
        </Confirm>
      )}
      {dialog}
    </li>
  );
}
