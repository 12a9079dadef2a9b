import { useQueryClient } from '@tanstack/react-query';
import type { ImportAnswer, ImportKeep } from '@waymark/contract';
import { useRef, useState } from 'react';
import { call } from '../../api/call';
import { sentenceFor } from '../../api/problem';
import { useStepUp } from '../../step-up/use-step-up';
import type { OurFile } from './read-file';
import { joinAnswers, type Piece, splitFile } from './split-file';

type Act = 'previewImport' | 'importPart';

export interface ImportState {
  act: Act;
  status: 'under-way' | 'stopped' | 'failed' | 'done';
  done: number;
  all: number;
  answers: readonly ImportAnswer[];
  failure: string | null;
}

/** A file on its way in: first looked at, then taken, piece by piece; each can be stopped between two pieces and gone on with. */
export function useImport(file: OurFile, hash: string) {
  const client = useQueryClient();
  const { run, dialog } = useStepUp();
  const [state, setState] = useState<ImportState | null>(null);
  const [keep, setKeep] = useState<Readonly<Record<string, ImportKeep>>>({});
  const pieces = useRef<readonly Piece[]>(undefined);
  const answered = useRef<ImportAnswer[]>([]);
  const stopping = useRef<AbortController>(undefined);
  const taking = useRef('');

  function send(act: Act, piece: Piece, place: number, signal: AbortSignal): Promise<ImportAnswer> {
    const body = { ...piece, items: [...piece.items], formatVersion: file.formatVersion, keep };
    // What is being written is waited for: so it is known what was taken. What is only looked at may be let go.
    if (act === 'previewImport') return call(act, { body, signal });
    return call(act, { body, idempotencyKey: `${hash}-${taking.current}-${place}` });
  }

  async function walk(act: Act): Promise<void> {
    const stop = new AbortController();
    stopping.current = stop;
    pieces.current ??= splitFile(file);
    const all = pieces.current.length;
    const done = () => answered.current.length;
    const tell = (status: ImportState['status'], failure: string | null = null) =>
      setState({ act, status, done: done(), all, answers: joinAnswers(answered.current), failure });
    tell('under-way');
    try {
      for (const [place, piece] of pieces.current.entries()) {
        if (place < done()) continue;
        const isGiven = await run(async () => {
          const answer = await send(act, piece, place, stop.signal);
          answered.current.push(answer);
        });
        if (!isGiven || (stop.signal.aborted && done() < all)) return tell('stopped');
        tell('under-way');
      }
      tell('done');
    } catch (error) {
      if (stop.signal.aborted) tell('stopped');
      else tell('failed', sentenceFor(error));
    } finally {
      if (act === 'importPart') void client.invalidateQueries();
    }
  }

  function begin(act: Act): void {
    answered.current = [];
    // The same file on another day is another act: what was deleted meanwhile comes back with it.
    taking.current = crypto.randomUUID();
    void walk(act);
  }

  return {
    state,
    dialog,
    keep,
    choose: (id: string, how: ImportKeep) => setKeep((before) => ({ ...before, [id]: how })),
    look: () => begin('previewImport'),
    take: () => begin('importPart'),
    goOn: () => state && void walk(state.act),
    stop: () => stopping.current?.abort(),
  };
}
