import type { MeetingLine } from '@waymark/contract';
import { Button } from '../../ui/button';
import styles from './meetings.module.css';
import { meetingsText } from './meetings.text';

const text = meetingsText.agenda;

interface Props {
  line: MeetingLine;
  words: string;
  isOver: boolean;
  /** Missing at the end of the list. */
  onUp?: (() => void) | undefined;
  onDown?: (() => void) | undefined;
  onTick: (isDone: boolean) => void;
  onRemove: () => void;
}

/** One line of the agenda. Its buttons keep their place and the focus, also where it can go no further. */
export function AgendaLine({ line, words, isOver, onUp, onDown, onTick, onRemove }: Props) {
  const note = [line.by && text.by[line.by], line.isCarried && text.carried].filter(Boolean).join(', ');
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
