import type { RoomNote } from '@waymark/contract';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { notify } from '../../ui/toast';
import { bothTexts, type NoteKeeper } from './note-keeper';
import styles from './room.module.css';
import { roomsText } from './rooms.text';

const text = roomsText.note;

interface Props {
  keeper: NoteKeeper;
  mine: string;
  theirs: RoomNote;
}

/** Two texts of one note, side by side. What is not kept can still be brought back a moment later. */
export function NoteConflict({ keeper, mine, theirs }: Props) {
  const choose = (choice: 'mine' | 'theirs') => {
    keeper.resolve(choice);
    const bringBack = () => keeper.type(bothTexts(theirs.text, mine));
    notify({ text: text.putAway, action: { label: text.bringBack, run: bringBack } });
  };
  return (
    <div>
      <Notice tone="alarm" title={text.conflict}>
        {text.conflictText}
      </Notice>
      <div className={styles.texts}>
        <OneText title={text.mine} words={mine} />
        <OneText title={text.theirs} words={theirs.text} />
      </div>
      <div className={styles.acts}>
        <Button onClick={() => choose('mine')}>{text.keepMine}</Button>
        <Button onClick={() => choose('theirs')}>{text.keepTheirs}</Button>
        <Button variant="main" onClick={() => keeper.resolve('both')}>
          {text.keepBoth}
        </Button>
      </div>
    </div>
  );
}

function OneText({ title, words }: { title: string; words: string }) {
  return (
    <section aria-label={title}>
      <h4>{title}</h4>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text scrolls, which the keyboard must be able to do */}
      <pre tabIndex={0}>{words || text.emptyText}</pre>
    </section>
  );
}
