import { type RefObject, useEffect, useRef, useState } from 'react';
import { isInOneLine } from './autosave';

const pauseMs = 1_500;
const retryMs = 15_000;

interface Saving {
  /** There is something that may be saved by itself. */
  isDue: boolean;
  /** Changes with each thing that is typed. */
  typed: unknown;
  form: RefObject<HTMLElement | null>;
  /** Whether it is saved now. */
  save: () => Promise<boolean>;
}

/** Saves after a pause in typing, when a field is left, and before the page goes; what failed is tried again. */
export function useAutosave({ isDue, typed, form, save }: Saving): { hasFailed: boolean } {
  const [hasFailed, setFailed] = useState(false);
  const [tries, setTries] = useState(0);
  const latest = useRef(save);
  latest.current = save;

  // biome-ignore lint/correctness/useExhaustiveDependencies: each thing typed begins the pause anew
  useEffect(() => {
    if (!isDue) return setFailed(false);
    const run = async () => {
      const isSaved = await latest.current();
      setFailed(!isSaved);
      if (!isSaved) retry = setTimeout(() => setTries(tries + 1), retryMs);
    };
    let retry: ReturnType<typeof setTimeout> | undefined;
    const pause = setTimeout(() => {
      if (!isInOneLine(form.current)) void run();
    }, pauseMs);
    const leave = () => void run();
    const whenHidden = () => document.visibilityState === 'hidden' && leave();
    const element = form.current;
    // A moment later, so that a click on Save, which leaves the field too, is the one that saves.
    const whenLeft = () => {
      clearTimeout(retry);
      retry = setTimeout(() => {
        if (!isInOneLine(form.current)) void run();
      }, 300);
    };
    element?.addEventListener('focusout', whenLeft);
    document.addEventListener('visibilitychange', whenHidden);
    window.addEventListener('online', leave);
    return () => {
      clearTimeout(pause);
      clearTimeout(retry);
      element?.removeEventListener('focusout', whenLeft);
      document.removeEventListener('visibilitychange', whenHidden);
      window.removeEventListener('online', leave);
    };
  }, [isDue, typed, tries, form]);

  return { hasFailed };
}
