import type { Account } from '@waymark/contract';
import { dayIn } from '@waymark/contract/rules';
import { useRef, useState } from 'react';
import { callRaw } from '../../api/call';
import { collect, download } from '../../api/download';
import { sentenceFor } from '../../api/problem';
import { useStepUp } from '../../step-up/use-step-up';
import { Button, ButtonLink } from '../../ui/button';
import layout from '../../ui/layout.module.css';
import { notify } from '../../ui/toast';
import styles from './settings.module.css';
import { settings } from './settings.text';

const text = settings.exporting;

const files = [
  { name: 'exportMe', words: text.files.json, what: '', ending: 'json' },
  { name: 'exportMarkdown', words: text.files.markdown, what: '', ending: 'md' },
  { name: 'exportActivity', words: text.files.activity, what: 'activity-', ending: 'csv' },
  { name: 'exportTime', words: text.files.time, what: 'time-', ending: 'csv' },
] as const;
type File = (typeof files)[number];

export function Export({ account }: { account: Account }) {
  const { run, dialog } = useStepUp();
  const [underWay, setUnderWay] = useState<{ file: File; kilobytes: number } | null>(null);
  const stopping = useRef<AbortController | null>(null);
  const take = async (file: File) => {
    if (underWay) return;
    const stop = new AbortController();
    const { signal } = stop;
    stopping.current = stop;
    setUnderWay({ file, kilobytes: 0 });
    try {
      const finished = await run(async () => {
        const response = await callRaw(file.name, { signal });
        const blob = await collect(response, (bytes) => setUnderWay({ file, kilobytes: Math.round(bytes / 1024) }));
        const day = dayIn(account.timeZone, new Date());
        download(blob, `waymark-${file.what}${account.handle}-${day}.${file.ending}`);
      });
      if (finished) notify({ text: text.done, tone: 'good' });
    } catch (error) {
      notify({ text: signal.aborted ? text.stopped : sentenceFor(error), tone: signal.aborted ? 'info' : 'alarm' });
    } finally {
      setUnderWay(null);
    }
  };
  return (
    <>
      <p className={styles.lead}>{text.text}</p>
      <ul className={styles.sessions}>
        {files.map((file) => (
          <li key={file.name}>
            <span>{file.words.what}</span>
            <Button busy={underWay?.file === file} onClick={() => take(file)}>
              {file.words.act}
            </Button>
          </li>
        ))}
      </ul>
      {underWay && (
        <div className={layout.row}>
          <span role="status">{text.underWay(underWay.kilobytes)}</span>
          <Button variant="quiet" onClick={() => stopping.current?.abort()}>
            {text.stop}
          </Button>
        </div>
      )}
      <p className={styles.lead}>{text.back}</p>
      <div className={layout.row}>
        <ButtonLink to="/settings/import">{text.bringBack}</ButtonLink>
      </div>
      {dialog}
    </>
  );
}
