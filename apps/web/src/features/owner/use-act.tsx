import { type ReactNode, useState } from 'react';
import { sentenceFor } from '../../api/problem';
import { useStepUp } from '../../step-up/use-step-up';
import { notify } from '../../ui/toast';
import { useRefreshOwner } from './owner.queries';

interface Act {
  busy: boolean;
  /** Runs it, and says how it went. `false`: it failed, or the owner let it be. */
  act: (run: () => Promise<unknown>, done: string) => Promise<boolean>;
  /** Asks for the password where the act needs it: has to be on the page. */
  dialog: ReactNode;
}

/** An owner's act: once at a time, confirmed by the password where it has to be, and all pages know of it. */
export function useAct(): Act {
  const { run, dialog } = useStepUp();
  const refresh = useRefreshOwner();
  const [busy, setBusy] = useState(false);
  const act = async (runAct: () => Promise<unknown>, done: string) => {
    if (busy) return false;
    setBusy(true);
    try {
      const finished = await run(async () => {
        await runAct();
      });
      if (finished) notify({ text: done, tone: 'good' });
      return finished;
    } catch (error) {
      notify({ text: sentenceFor(error), tone: 'alarm' });
      return false;
    } finally {
      setBusy(false);
      void refresh();
    }
  };
  return { busy, act, dialog };
}
