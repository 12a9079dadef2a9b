import { replaceEqualDeep } from '@tanstack/react-query';
import { memo, useEffect, useRef, useState } from 'react';
import { everyPage } from '../../text/every-page.text';
import { classes } from '../../ui/classes';
import layout from '../../ui/layout.module.css';
import { Mark } from '../../ui/mark';
import styles from './board.module.css';
import { BoardCard, ChoiceCard } from './board-card';
import { type BoardColumn, type BoardGroup, columnsOf } from './board-columns';
import { dropOnColumn, watchDrags } from './board-drag';
import { mapText } from './map.text';
import { useFrame } from './map-frame';
import { roadmapText } from './roadmaps.text';
import { StageRoll } from './roll';
import { StageMenu } from './stage-menu';
import type { StageView } from './way-view';

const text = mapText.board;
const onMap = roadmapText.map;

const Group = memo(function Group({ group }: { group: BoardGroup }) {
  const { view, nodes } = group;
  return (
    <div className={styles.group}>
      <header className={styles.groupHead}>
        <h3 className={styles.stage}>
          <span className={classes(styles.number, styles[view.standing])} aria-hidden="true">
            {view.number}
          </span>
          <span className={layout.heard}>{onMap.stage(view.number)}: </span>
          {view.stage.title}
        </h3>
        <StageMenu view={view} />
        <div className={styles.roll}>
          <StageRoll view={view} />
        </div>
      </header>
      <ul className={styles.cards}>
        {nodes.map((node) => (
          <li key={node.id}>{node.kind === 'choice' ? <ChoiceCard node={node} /> : <BoardCard node={node} />}</li>
        ))}
      </ul>
    </div>
  );
});

const Column = memo(function Column({ column }: { column: BoardColumn }) {
  const { canAct } = useFrame();
  const { state, groups, count } = column;
  const ref = useRef<HTMLElement>(null);
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    if (canAct && ref.current) return dropOnColumn(ref.current, state, setOver);
  }, [canAct, state]);
  const id = `column-${state}`;
  return (
    <section
      ref={ref}
      className={classes(styles.column, styles[state], isOver && styles.over)}
      aria-labelledby={id}
      data-lane={state}
    >
      <h2 id={id} className={styles.head}>
        <span className={styles.post}>
          <Mark kind={state === 'done' ? 'shown' : state} label={null} size={24} />
        </span>
        {text.states[state]} <span className={styles.count}>{count}</span>
      </h2>
      {groups.map((group) => (
        <Group key={group.view.stage.id} group={group} />
      ))}
      {groups.length === 0 && <p className={styles.empty}>{canAct ? text.empty[state] : text.emptyPlain}</p>}
    </section>
  );
});

/** The same topics by their state: four places along the way, cards that go from one to the next. */
export const Board = memo(function Board({ stages }: { stages: readonly StageView[] }) {
  const frame = useFrame();
  const kept = useRef<BoardColumn[]>(undefined);
  kept.current = replaceEqualDeep(kept.current, columnsOf(stages));
  const [said, setSaid] = useState('');
  useEffect(() => (frame.canAct ? watchDrags(frame, setSaid) : undefined), [frame]);
  return (
    <>
      <div className={styles.board}>
        {kept.current.map((column) => (
          <Column key={column.state} column={column} />
        ))}
      </div>
      <p className={layout.heard} role="status" aria-label={everyPage.messages}>
        {said}
      </p>
    </>
  );
});
