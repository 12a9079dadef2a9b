import type { Account } from '@waymark/contract';
import { dayIn } from '@waymark/contract/rules';
import { useRef, useState } from 'react';
import { callRaw } from '../../api/call';
import { collect, download } from '../../api/download';
import { sentenceFor } from '../../api/problem';
import { useStepUp } from '../../step-up/use-step-up';
import { Button } from '../../ui/button';
import layout from '../../ui/layout.module.css';
import { notify } from '../../ui/toast';
import styles from './settings.module.css';
import { settings } from './settings.text';

const text = settings.exporting;

export function Export({ account }: { account: Account }) {
  const { run, dialog } = useStepUp();
  const [kilobytes, setKilobytes] = useState<number | null>(null);
  const stopping = useRef<AbortController | null>(null);
  const take = async () => {
    const stop = new AbortController();
    const { signal } = stop;
    stopping.current = stop;
    setKilobytes(0);
    try {
      const finished = await run(async () => {
        const response = await callRaw('exportMe', { signal });
        const blob = await collect(response, (bytes) => setKilobytes(Math.round(bytes / 1024)));
        download(blob, `waymark-${account.handle}-${dayIn(account.timeZone, new Date())}.json`);
      });
      if (finished) notify({ text: text.done, tone: 'good' });
    } catch (error) {
      notify({ text: signal.aborted ? text.stopped : sentenceFor(error), tone: signal.aborted ? 'info' : 'alarm' });
    } finally {
      setKilobytes(null);
    }
  };
  const busy = kilobytes !== null;
  return (
    <>
      <p className={styles.lead}>{text.text}</p>
      <div className={layout.row}>
        <Button busy={busy} onClick={take}>
          {text.act}
        </Button>
        {busy && (
          <>
            <span role="status">{text.underWay(kilobytes)}</span>
            <Button variant="quiet" onClick={() => stopping.current?.abort()}>
              {text.stop}
            </Button>
          </>
        )}
      </div>
      {dialog}
    </>
  );
}
