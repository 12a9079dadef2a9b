import { useEffect, useRef } from 'react';
import { Button } from '../../ui/button';
import layout from '../../ui/layout.module.css';
import { Notice } from '../../ui/notice';
import { ChangeTable } from './change-table';
import { Differing } from './differing';
import type { OurFile } from './read-file';
import styles from './transfer.module.css';
import { transferText as text } from './transfer.text';
import { type ImportState, useImport } from './use-import';

function Progress({ state, onStop }: { state: ImportState; onStop: () => void }) {
  const words = state.act === 'previewImport' ? text.looking : text.taking;
  return (
    <div className={styles.progress}>
      <label>
        {words}
        <progress max={state.all} value={state.done} />
      </label>
      <p role="status">{text.progress(state.done, state.all)}</p>
      <Button variant="quiet" onClick={onStop}>
        {text.cancel}
      </Button>
    </div>
  );
}

function Halted({ state, onGoOn }: { state: ImportState; onGoOn: () => void }) {
  const isTaking = state.act === 'importPart';
  const action = <Button onClick={onGoOn}>{text.resume}</Button>;
  if (state.status === 'failed') {
    return (
      <Notice tone="alarm" action={action}>
        {isTaking ? text.failed(state.failure ?? '') : state.failure}
      </Notice>
    );
  }
  return (
    <Notice tone="info" action={action}>
      {isTaking ? text.stopped : text.stoppedLooking}
    </Notice>
  );
}

/** An export of ours: looked at as soon as it is chosen, and taken when its reader says so. */
export function FileImport({ file, hash }: { file: OurFile; hash: string }) {
  const { state, dialog, keep, choose, look, take, goOn, stop } = useImport(file, hash);
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    look();
  });
  const isLooked = state?.act === 'previewImport' && state.status === 'done';
  const isTaken = state?.act === 'importPart' && state.status === 'done';
  const answers = state?.answers ?? [];
  const isNothing = answers.every(({ counts, items }) => counts.added + counts.changed + items.length === 0);
  return (
    <div className={layout.stack}>
      <p>
        {text.ours(file.name, file.exportedAt.slice(0, 10))} {text.stays}
      </p>
      {state?.status === 'under-way' && <Progress state={state} onStop={stop} />}
      {(state?.status === 'failed' || state?.status === 'stopped') && <Halted state={state} onGoOn={goOn} />}
      {isTaken && <Notice tone="good">{text.done}</Notice>}
      {isLooked && isNothing && <Notice tone="good">{text.nothing}</Notice>}
      {(isLooked || isTaken) && <ChangeTable answers={answers} caption={isTaken ? text.result : text.preview} />}
      {isLooked && <Differing answers={answers} keep={keep} onChoose={choose} />}
      {isLooked && !isNothing && (
        <div className={layout.row}>
          <Button variant="main" onClick={take}>
            {text.take}
          </Button>
        </div>
      )}
      {dialog}
    </div>
  );
}
