import { useQueryClient } from '@tanstack/react-query';
import type { RosterResult } from '@waymark/contract';
import { judgeRoster, type LineVerdict, partsOf, type RosterLine } from '@waymark/contract/rules';
import { useRef, useState } from 'react';
import { call } from '../../api/call';
import { sentenceFor } from '../../api/problem';

export type Outcome = LineVerdict | 'sent' | 'waiting';

/** Where a list stands: looked at part by part, shown, and sent part by part. */
export interface RosterState {
  step: 'none' | 'looking' | 'shown' | 'sending' | 'done' | 'stopped' | 'failed';
  lines: RosterLine[];
  outcomes: Outcome[];
  /** Of the step that is under way, in lines. */
  done: number;
  all: number;
  why: string;
}

const none: RosterState = { step: 'none', lines: [], outcomes: [], done: 0, all: 0, why: '' };
const bodyOf = (lines: readonly RosterLine[]) => ({ lines: lines.map(({ name, email }) => ({ name, email })) });

/** Looks at a list and sends it, in parts that can be stopped between; each part is sent once, by its key. */
export function useRoster(cohortId: string) {
  const [state, setState] = useState(none);
  const stop = useRef(new AbortController());
  const client = useQueryClient();

  async function look(lines: RosterLine[]) {
    stop.current = new AbortController();
    const { signal } = stop.current;
    setState({ ...none, step: 'looking', lines, all: lines.length });
    const results: RosterResult[] = [];
    let lettersLeft = 0;
    try {
      for (const part of partsOf(lines)) {
        const answer = await call('previewRoster', { params: { id: cohortId }, body: bodyOf(part), signal });
        results.push(...answer.results);
        lettersLeft = answer.lettersLeft;
        setState((before) => ({ ...before, done: results.length }));
      }
      setState((before) => ({ ...before, step: 'shown', outcomes: judgeRoster(lines, results, lettersLeft) }));
    } catch (error) {
      setState({ ...none, why: signal.aborted ? '' : sentenceFor(error) });
    }
  }

  async function send() {
    stop.current = new AbortController();
    const { signal } = stop.current;
    const meant = state.outcomes.flatMap((outcome, place) => (outcome === 'invite' ? [place] : []));
    const outcomes = state.outcomes.map((outcome): Outcome => (outcome === 'invite' ? 'waiting' : outcome));
    let done = 0;
    setState({ ...state, step: 'sending', outcomes, done, all: meant.length, why: '' });
    let end: Pick<RosterState, 'step' | 'why'> = { step: 'done', why: '' };
    for (const part of partsOf(meant)) {
      if (signal.aborted) {
        end = { step: 'stopped', why: '' };
        break;
      }
      try {
        const body = bodyOf(part.flatMap((place) => state.lines[place] ?? []));
        const key = crypto.randomUUID();
        // Not ended on the way: whether it was sent would not be known.
        const { results } = await call('inviteRoster', { params: { id: cohortId }, body, idempotencyKey: key });
        for (const [i, place] of part.entries()) {
          const result = results[i] ?? 'not-an-address';
          outcomes[place] = result === 'invite' ? 'sent' : result;
        }
        done += part.length;
        setState((before) => ({ ...before, outcomes: [...outcomes], done }));
      } catch (error) {
        end = { step: 'failed', why: sentenceFor(error) };
        break;
      }
    }
    setState((before) => ({ ...before, ...end, outcomes: [...outcomes] }));
    void client.invalidateQueries({ queryKey: ['mentor-invitations'] });
  }

  return { state, look, send, cancel: () => stop.current.abort(), reset: () => setState(none) };
}
