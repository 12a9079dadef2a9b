import { useEffect } from 'react';
import { useLocation } from 'react-router';

/** What an address names comes into view once it is there: the browser looked before the page was loaded. */
export function useScrollToHash(isReady: boolean): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (isReady && hash.length > 1) document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView();
  }, [isReady, hash]);
}
