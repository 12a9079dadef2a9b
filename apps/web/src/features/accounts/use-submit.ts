import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react';

interface Submit {
  form: RefObject<HTMLFormElement | null>;
  busy: boolean;
  /** What the last try ended with, `null` after a good one. */
  failure: unknown;
  /** Whether it was tried, since the last good try: before, an empty field is no mistake. */
  tried: boolean;
  onSubmit: (event: FormEvent) => void;
  setFailure: (failure: unknown) => void;
}

/** One form's way to the server: once at a time, what was typed stays, and the first wrong field gets the focus. */
export function useSubmit(act: () => Promise<void>, isReady: () => boolean = () => true): Submit {
  const form = useRef<HTMLFormElement>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (tries > 0 && !busy) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [tries, busy]);
  const submit = async () => {
    setTries((count) => count + 1);
    setFailure(null);
    if (!isReady()) return;
    setBusy(true);
    try {
      await act();
      setTries(0);
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) void submit();
  };
  return { form, busy, failure, tried: tries > 0, onSubmit, setFailure };
}
