import { useEffect, useMemo, useState } from 'react';
import { useSession } from '../../api/session';
import { unsentStore } from '../../api/unsent-store';

interface Kept {
  words: string;
}

const isKept = (value: unknown): value is Kept => typeof (value as Partial<Kept> | null)?.words === 'string';

/** What is typed at one place and not sent yet: kept on this device until it is, or until its member signs out. */
export function useDraft(place: string): [words: string, type: (words: string) => void] {
  const account = useSession().account?.id ?? '';
  const store = useMemo(() => unsentStore({ kind: 'talk', account, place, isKept }), [account, place]);
  const [words, setWords] = useState(() => store.read()?.words ?? '');
  useEffect(() => setWords(store.read()?.words ?? ''), [store]);
  return [
    words,
    (typed) => {
      setWords(typed);
      store.keep(typed === '' ? null : { words: typed });
    },
  ];
}
