import { useEffect, useRef } from 'react';

/** Closed: the focus goes back to where it was opened. */
export function useReturn(openId: string | null, move: (id: string) => void) {
  const last = useRef(openId);
  useEffect(() => {
    const closed = openId === null ? last.current : null;
    last.current = openId;
    if (closed) move(closed);
  }, [openId, move]);
}
