import type { CheckedRecord } from '@waymark/contract';
import { type FormEvent, useRef, useState } from 'react';
import { call } from '../../api/call';
import { sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { TextArea } from '../../ui/fields';
import layout from '../../ui/layout.module.css';
import { Notice } from '../../ui/notice';
import { PageHead } from '../../ui/page-head';
import { RecordFactsView } from './record-facts';
import { recordsText } from './records.text';

const text = recordsText.check;

function useCheck() {
  const [signed, setSigned] = useState('');
  const [checked, setChecked] = useState<CheckedRecord | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const change = (words: string) => {
    setSigned(words);
    setChecked(null);
    setProblem(null);
  };
  async function check(): Promise<void> {
    if (!signed.trim()) return setProblem(text.empty);
    setBusy(true);
    try {
      setChecked(await call('checkRecord', { body: { signed } }));
      setProblem(null);
    } catch (error) {
      setProblem(sentenceFor(error));
    } finally {
      setBusy(false);
    }
  }
  return { signed, change, checked, problem, isBusy, check };
}

/** Whoever was given a record is told whether it was signed here, and stands. */
export function CheckRecordPage() {
  const { signed, change, checked, problem, isBusy, check } = useCheck();
  const file = useRef<HTMLInputElement>(null);
  const isGood = checked?.standing === 'valid';
  return (
    <div className={layout.wrap}>
      <PageHead title={text.title} />
      <form
        className={layout.stack}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          if (!isBusy) void check();
        }}
      >
        <p>{text.lead}</p>
        <TextArea
          label={text.field}
          hint={text.hint}
          error={problem ?? undefined}
          rows={6}
          spellCheck={false}
          value={signed}
          onChange={change}
        />
        <div className={layout.row}>
          <Button type="submit" variant="main" busy={isBusy}>
            {text.act}
          </Button>
          <Button onClick={() => file.current?.click()}>{text.file}</Button>
          <input
            ref={file}
            type="file"
            hidden
            accept=".jwt,.txt,.json"
            onChange={(event) => void event.target.files?.[0]?.text().then(change)}
          />
        </div>
      </form>
      {checked && (
        <div className={layout.stack}>
          <Notice tone={isGood ? 'good' : 'alarm'}>{text.standing[checked.standing]}</Notice>
          {checked.facts && (
            <>
              <h2>{recordsText.record.title(checked.facts.learner, checked.facts.roadmap)}</h2>
              <RecordFactsView facts={checked.facts} />
            </>
          )}
        </div>
      )}
    </div>
  );
}
