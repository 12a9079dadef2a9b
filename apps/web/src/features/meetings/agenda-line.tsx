import type { MeetingLine } from '@waymark/contract';
import { Button } from '../../ui/button';
import styles from './meetings.module.css';
import { meetingsText } from './meetings.text';

const text = meetingsText.agenda;

interface Props {
  line: MeetingLine;
  words: string;
  /** Who added it; nobody, where it is a change. */
  by: string | null;
  isOver: boolean;
  /** Missing at the end of the list. */
  onUp?: (() => void) | undefined;
  onDown?: (() => void) | undefined;
  onTick: (isDone: boolean) => void;
  onRemove: () => void;
}

/** One line of the agenda. Its buttons keep their place and the focus, also where it can go no further. */
export function AgendaLine({ line, words, by, isOver, onUp, onDown, onTick, onRemove }: Props) {
  const note = [by && text.by(by), line.isCarried && text.carried].filter(Boolean).join(', ');
  return (
    <li>
      <label>
        <input
          type="checkbox"
          checked={line.isDone}
          disabled={isOver}
          onChange={({ target }) => onTick(target.checked)}
        />
        <span>
          {words}
          {note && <small>{note}</small>}
        </span>
      </label>
      {!isOver && (
        <span className={styles.acts}>
          <Button variant="quiet" aria-label={text.up(words)} aria-disabled={!onUp} onClick={onUp}>
            ↑
          </Button>
          <Button variant="quiet" aria-label={text.down(words)} aria-disabled={!onDown} onClick={onDown}>
            ↓
          </Button>
          <Button variant="quiet" aria-label={text.remove(words)} onClick={onRemove}>
            ×
          </Button>
        </span>
      )}
    </li>
  );
}
