import type { RoomNote } from '@waymark/contract';
import { isProblem, ProblemError } from '../../api/problem';
import type { DraftStore, NoteDraft } from './note-draft';

export type NoteStatus = 'saved' | 'typing' | 'saving' | 'kept' | 'conflict';

export interface NoteState {
  text: string;
  status: NoteStatus;
  /** What another device wrote meanwhile. */
  theirs: RoomNote | null;
  /** Why it could not be saved. */
  failure: unknown;
}

export interface NoteKeeper {
  state: () => NoteState;
  subscribe: (listener: () => void) => () => void;
  type: (text: string) => void;
  /** Sends what is typed now, without waiting for a pause. */
  flush: () => void;
  /** What the server has, read anew. */
  heard: (note: RoomNote) => void;
  resolve: (choice: 'mine' | 'theirs' | 'both') => void;
}

export const mostCharacters = 10_000;
const pauseMs = 1_000;
const retryMs = 15_000;

export const bothTexts = (theirs: string, mine: string) => `${theirs.trimEnd()}\n\n---\n\n${mine}`;

const isPassing = (error: unknown) => error instanceof ProblemError && (error.status === 0 || error.status >= 500);

/**
 * Keeps one note: on this device from the first key on, on the server after a pause. What was written elsewhere
 * meanwhile is never overwritten: both texts are there until somebody chooses.
 */
export function createNoteKeeper(
  server: RoomNote,
  drafts: DraftStore,
  send: (text: string, base: number) => Promise<RoomNote>,
): NoteKeeper {
  let known = server;
  let state: NoteState = { text: server.text, status: 'saved', theirs: null, failure: null };
  let sending: string | null = null;
  /** What an earlier load was sending when it ended. */
  let left: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();

  function become(next: Partial<NoteState>): void {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  }

  function later(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  }

  function clash(theirs: RoomNote): void {
    if (theirs.text === state.text) settle(theirs);
    else {
      clearTimeout(timer);
      become({ status: 'conflict', theirs, failure: null });
    }
  }

  function settle(note: RoomNote): void {
    known = note;
    if (state.text === note.text) {
      clearTimeout(timer);
      drafts.keep(null);
      become({ status: 'saved', theirs: null, failure: null });
    } else {
      drafts.keep({ text: state.text, base: note.version });
      become({ status: 'typing' });
      later(pauseMs);
    }
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    const { text, status } = state;
    if (sending !== null || status === 'conflict' || text === known.text || text.length > mostCharacters) return;
    sending = left ?? text;
    left = undefined;
    become({ status: 'saving' });
    try {
      settle(await send(text, known.version));
    } catch (failure) {
      const current = isProblem(failure, 'stale') ? failure.current : undefined;
      if (current) clash(current as RoomNote);
      else {
        become({ status: 'kept', failure });
        if (isPassing(failure)) later(retryMs);
      }
    } finally {
      sending = null;
    }
  }

  function draftOf(text: string): NoteDraft {
    return { text, base: known.version, ...(sending !== null && sending !== text && { sending }) };
  }

  function type(text: string): void {
    // While two texts wait for a choice, this one goes on and is kept with them.
    drafts.keep(text === known.text ? null : draftOf(text));
    if (state.status === 'conflict') become({ text });
    else {
      become({ text, status: text === known.text && sending === null ? 'saved' : 'typing' });
      later(pauseMs);
    }
  }

  function take(text: string, base: RoomNote): void {
    known = base;
    become({ text, status: 'typing', theirs: null });
    drafts.keep({ text, base: base.version });
    void flush();
    if (text === base.text) settle(base);
  }

  const draft = drafts.read();
  if (draft && draft.text !== server.text) {
    state = { ...state, text: draft.text, status: 'kept' };
    // What was on its way has arrived: the draft was written on it, whatever its version came to be.
    const isArrived = draft.sending === server.text;
    if (!isArrived) left = draft.sending;
    if (isArrived || draft.base === server.version) later(0);
    else state = { ...state, status: 'conflict', theirs: server };
  } else drafts.keep(null);

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    type,
    flush: () => void flush(),
    heard(note) {
      if (sending !== null || note.version <= known.version) return;
      if (state.status === 'conflict') return become({ theirs: note });
      if (state.text === known.text) {
        known = note;
        become({ text: note.text });
      } else clash(note);
    },
    resolve(choice) {
      const { theirs, text } = state;
      if (!theirs) return;
      if (choice === 'mine') take(text, theirs);
      else if (choice === 'theirs') take(theirs.text, theirs);
      else take(bothTexts(theirs.text, text), theirs);
    },
  };
}
