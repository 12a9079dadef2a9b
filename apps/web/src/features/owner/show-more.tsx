import { useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button';
import { ownerText } from './owner.text';
import styles from './table.module.css';

interface ShowMoreProps {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
}

/** The next page of a list. At its end the focus goes to where the button was, not to the top of the page. */
export function ShowMore({ query }: ShowMoreProps) {
  const end = useRef<HTMLParagraphElement>(null);
  const [wasUsed, setWasUsed] = useState(false);
  const isOver = wasUsed && !query.hasNextPage;
  useEffect(() => {
    if (isOver) end.current?.focus();
  }, [isOver]);
  if (isOver)
    return (
      <p ref={end} tabIndex={-1} className={styles.end}>
        {ownerText.allShown}
      </p>
    );
  if (!query.hasNextPage) return null;
  const more = () => {
    setWasUsed(true);
    void query.fetchNextPage();
  };
  return (
    <div>
      <Button busy={query.isFetchingNextPage} onClick={more}>
        {ownerText.more}
      </Button>
    </div>
  );
}
