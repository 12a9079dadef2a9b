import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import type { Enrolment, Roadmap } from '@waymark/contract';
import { useMemo } from 'react';
import { sentenceFor } from '../../api/problem';
import { everyPage } from '../../text/every-page.text';
import type { ActLog } from './act-log';
import { type Change, inverseOf, standing } from './apply-act';
import { progressText } from './progress.text';
import { say } from './say';
import { useActLog } from './use-act-log';

const text = progressText.acts;

export interface Acts {
  /** Does it at once and says so, in `words` or in words made from the states; on refusal it comes back with the reason. */
  make: (change: Change, words?: string) => void;
  /** Takes back the last change made here; again: the one before it. */
  undo: () => void;
}

function actsOn(client: QueryClient, log: ActLog, slug: string): Acts {
  const readRoadmap = () => client.getQueryData<Roadmap>(['roadmap', slug]);

  function readStanding(): Enrolment | undefined {
    const known = client.getQueryData<Enrolment>(['enrolment', slug]);
    return known && standing(readRoadmap(), known, log.pending());
  }

  function sentence(words: string): string {
    const enrolment = readStanding();
    return enrolment ? text.withCount(words, enrolment.summary) : words;
  }

  function wordsFor(change: Change): string {
    const titles = readRoadmap()?.topics ?? [];
    return text.changed(change, (id) => titles.find((topic) => topic.id === id)?.title ?? id);
  }

  function onRefusal(error: unknown, { id, change }: { id: string; change: Change }, words: string): void {
    say({
      tone: 'alarm',
      text: text.refused(sentenceFor(error)),
      action: { label: everyPage.retry, run: () => again(id, change, words) },
    });
  }

  function again(refused: string, change: Change, words: string): void {
    log.discard(refused);
    make(change, words);
  }

  function make(change: Change, words = wordsFor(change)): void {
    const enrolment = readStanding();
    // An enrolment that was never loaded cannot be gone back to, but can be added to.
    const inverse = enrolment ? inverseOf(enrolment, change) : {};
    const { id, sent } = log.make(change, inverse, words);
    const canUndo = enrolment !== undefined;
    say({ text: sentence(words), ...(canUndo && { action: { label: text.undo, run: () => undo(id) } }) });
    sent.catch((error: unknown) => onRefusal(error, { id, change }, words));
  }

  function undo(id?: string): void {
    const undone = log.undo(id);
    if (!undone) {
      say({ text: text.nothingToUndo });
      return;
    }
    const words = wordsFor(undone.change);
    say({ text: sentence(text.undone(words)) });
    undone.sent.catch((error: unknown) => onRefusal(error, undone, words));
  }

  return { make, undo: () => undo() };
}

export function useActs(slug: string): Acts {
  const client = useQueryClient();
  const log = useActLog(slug);
  return useMemo(() => actsOn(client, log, slug), [client, log, slug]);
}
