import { useEffect, useEffectEvent, useRef, useState } from 'react';

/** What is typed shows at once; what is looked for follows when the typing rests. */
export function useTyped(value: string, onRest: (text: string) => void, restMs = 250) {
  const [typed, setTyped] = useState(value);
  const sent = useRef(value);
  const rest = useEffectEvent(onRest);
  // It may change without typing: back, forward, a link that clears the filter.
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setTyped(value);
  }, [value]);
  useEffect(() => {
    const text = typed.trim();
    if (text === sent.current) return;
    const timer = window.setTimeout(() => {
      sent.current = text;
      rest(text);
    }, restMs);
    return () => window.clearTimeout(timer);
  }, [typed, restMs]);
  return [typed, setTyped] as const;
}
