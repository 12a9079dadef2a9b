import { useCallback, useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate, useNavigationType } from 'react-router';
import { isSameFilter, readFilter, writeFilter } from './filter-address';
import type { MapFilter } from './map-filter';

/**
 * The filter, kept in the address so that Back and a shared link bring it again. It holds at once: the address follows,
 * and takes the lead only when somebody goes back, forward, or to another link of this map.
 */
export function useMapFilter(): [filter: MapFilter, change: (next: MapFilter) => void] {
  const location = useLocation();
  const kind = useNavigationType();
  const navigate = useNavigate();
  const [filter, setFilter] = useState(() => readFilter(location.search));
  const latest = useRef({ location, navigate });
  useEffect(() => {
    latest.current = { location, navigate };
    if (kind === 'REPLACE') return;
    const asked = readFilter(location.search);
    setFilter((now) => (isSameFilter(now, asked) ? now : asked));
  }, [location, navigate, kind]);
  const change = useCallback((next: MapFilter) => {
    setFilter(next);
    const { location: at, navigate: go } = latest.current;
    go(
      { pathname: at.pathname, search: writeFilter(at.search, next), hash: at.hash },
      { replace: true, state: at.state },
    );
  }, []);
  return [filter, change];
}
