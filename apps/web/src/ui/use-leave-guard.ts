import { useContext, useEffect, useRef, useState } from 'react';
import { UNSAFE_NavigationContext as NavigationContext } from 'react-router';

/**
 * Holds every way out of the page while `isDirty`: links, the browser's back and forward, and closing the
 * tab (there the browser asks, in its own words). react-router's own blocker wants its data router, which
 * costs every page 16 kB; and back cannot be held by `popstate`, which the router hears first.
 */
export function useLeaveGuard(isDirty: boolean) {
  const { navigator } = useContext(NavigationContext);
  const [goOn, setGoOn] = useState<(() => void) | null>(null);
  const isOpen = useRef(false);

  useEffect(() => {
    if (!isDirty) return;
    const { push, replace } = navigator;
    const hold = (go: () => void) => (isOpen.current ? go() : setGoOn(() => go));
    navigator.push = (...to) => hold(() => push(...to));
    navigator.replace = (...to) => hold(() => replace(...to));
    function onNavigate(event: NavigateEvent) {
      if (isOpen.current || event.navigationType !== 'traverse' || !event.cancelable) return;
      event.preventDefault();
      const { key } = event.destination;
      setGoOn(() => () => window.navigation.traverseTo(key));
    }
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    // Browsers before 2026 may lack it: there only back and forward within Waymark go unasked.
    window.navigation?.addEventListener('navigate', onNavigate);
    window.addEventListener('beforeunload', onUnload);
    return () => {
      navigator.push = push;
      navigator.replace = replace;
      window.navigation?.removeEventListener('navigate', onNavigate);
      window.removeEventListener('beforeunload', onUnload);
    };
  }, [isDirty, navigator]);

  function pass(go: () => void) {
    isOpen.current = true;
    setGoOn(null);
    go();
  }

  return {
    isAsking: goOn !== null,
    stay: () => setGoOn(null),
    leave: () => goOn && pass(goOn),
    /** Navigates although something may be unsaved yet: what was to be kept is. */
    pass: (go: () => void) => {
      pass(go);
      isOpen.current = false;
    },
  };
}
