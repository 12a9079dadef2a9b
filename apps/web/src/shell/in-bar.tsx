import { type ReactNode, useLayoutEffect, useState } from 'react';
import { createPortal } from 'react-dom';

/** In the place that the bar keeps for it: what is drawn there is loaded after the first page. */
export function InBar({ children }: { children: ReactNode }) {
  const [place, setPlace] = useState<Element | null>(null);
  useLayoutEffect(() => setPlace(document.getElementById('bell')), []);
  return place && createPortal(children, place);
}
