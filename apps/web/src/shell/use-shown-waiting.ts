import { useEffect, useState } from 'react';

const worthSayingMs = 1500;
const saidForMs = 4000;

/** Most acts are answered before anybody could read that they wait: only what takes longer is spoken of. */
export function useShownWaiting(waiting: number, online: boolean): 'waiting' | 'sent' | null {
  const [shown, setShown] = useState<'waiting' | 'sent' | null>(null);
  const isWaiting = waiting > 0;
  useEffect(() => {
    if (isWaiting) {
      const timer = setTimeout(() => setShown('waiting'), online ? worthSayingMs : 0);
      return () => clearTimeout(timer);
    }
    setShown((before) => (before === 'waiting' ? 'sent' : null));
    const timer = setTimeout(() => setShown(null), saidForMs);
    return () => clearTimeout(timer);
  }, [isWaiting, online]);
  return shown;
}
