const canStop = 'a[href], button, input, select, textarea, summary, [tabindex]';
/** The parts of a page, the innermost of which is where one is at work. */
const isPart = 'section, aside, dialog';

interface Place {
  element: HTMLElement;
  path: string;
  /** The parts around it, from the innermost out, each with what could have the focus in it. */
  parts: { part: Element; stops: HTMLElement[] }[];
  /** It looks after the focus by itself, with the next frame. */
  isLookedAfter: boolean;
  /** Where one came from into the innermost part. */
  from: Place | null;
}

const isSeen = (element: HTMLElement) => element.checkVisibility?.() ?? true;
const stopsIn = (part: Element) =>
  [...part.querySelectorAll<HTMLElement>(canStop)].filter((each) => each.tabIndex >= 0);

function placeOf(element: HTMLElement, last: Place | null): Place {
  const parts: Place['parts'] = [];
  for (let part = element.closest(isPart); part; part = part.parentElement?.closest(isPart) ?? null) {
    parts.push({ part, stops: stopsIn(part) });
  }
  const isSame = last?.parts[0]?.part === parts[0]?.part;
  return {
    element,
    path: location.pathname,
    parts,
    isLookedAfter: 'keepsFocus' in element.dataset,
    from: isSame ? (last?.from ?? null) : last && { ...last, from: null },
  };
}

/** What stands now where it stood: after the last that is left of what came before it. */
function neighbour({ element, parts }: Place): HTMLElement | undefined {
  for (const { part, stops } of parts) {
    const now = part.isConnected ? stopsIn(part).filter(isSeen) : [];
    const before = stops.slice(0, Math.max(stops.indexOf(element), 0)).findLast((each) => now.includes(each));
    const found = before ? (now[now.indexOf(before) + 1] ?? before) : now[0];
    if (found) return found;
  }
  return undefined;
}

function nextTo(place: Place): HTMLElement | null | undefined {
  const isThere = place.from?.element.isConnected;
  return neighbour(place) ?? (isThere ? place.from?.element : document.querySelector<HTMLElement>('main h1'));
}

/**
 * What was pressed by a key and is gone then (a form that was saved, a button that became another) leaves the focus
 * with what stands next to it: who cannot point would have to begin at the top again. On another page it is that
 * page's own. Fingers and mice want no focus moved. Returns what ends it.
 */
export function keepFocus(): () => void {
  let place: Place | null = null;
  let isByKey = false;
  const onFocus = ({ target }: FocusEvent) => {
    if (target instanceof HTMLElement) place = placeOf(target, place);
  };
  const onKey = () => {
    isByKey = true;
  };
  const onPointer = () => {
    isByKey = false;
  };
  const observer = new MutationObserver(() => {
    if (!place || place.element.isConnected) return;
    const gone = place;
    place = null;
    const lead = () => {
      if (!isByKey || document.activeElement !== document.body || location.pathname !== gone.path) return;
      nextTo(gone)?.focus({ preventScroll: true });
    };
    if (gone.isLookedAfter) requestAnimationFrame(lead);
    else lead();
  });
  observer.observe(document.body, { childList: true, subtree: true });
  document.addEventListener('focusin', onFocus);
  document.addEventListener('keydown', onKey, true);
  document.addEventListener('pointerdown', onPointer, true);
  return () => {
    observer.disconnect();
    document.removeEventListener('focusin', onFocus);
    document.removeEventListener('keydown', onKey, true);
    document.removeEventListener('pointerdown', onPointer, true);
  };
}
