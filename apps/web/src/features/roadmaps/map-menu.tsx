import { useState } from 'react';
import { everyPage } from '../../text/every-page.text';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Menu } from '../../ui/menu';
import { mapText } from './map.text';
import { useMap } from './map-context';
import { useFrame } from './map-frame';
import styles from './map-menu.module.css';
import { Dots } from './stage-menu';
import { stateOf } from './topic-change';
import { topicsOf } from './way-view';

const text = mapText.mapMenu;

/** What is done with the map as a whole. */
export function MapMenu({ onPrint }: { onPrint: () => void }) {
  const { canAct } = useFrame();
  const [asks, setAsks] = useState(false);
  return (
    <>
      <Menu label={text.label} trigger={<Dots />}>
        <div className={styles.items}>
          <button type="button" data-closes onClick={onPrint}>
            {text.print}
            <small>{text.printHint}</small>
          </button>
          {canAct && (
            <button type="button" data-closes aria-haspopup="dialog" onClick={() => setAsks(true)}>
              {text.reset}
            </button>
          )}
        </div>
      </Menu>
      {asks && <ResetDialog onClose={() => setAsks(false)} />}
    </>
  );
}

function ResetDialog({ onClose }: { onClose: () => void }) {
  const { view } = useMap();
  const { set } = useFrame();
  const marked = topicsOf(view).filter((node) => stateOf(node) !== 'not_started');
  const reset = () => {
    onClose();
    set(
      marked.map(({ id }) => id),
      'not_started',
    );
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={text.resetTitle}
      actions={
        <>
          <Button onClick={onClose}>{everyPage.cancel}</Button>
          {marked.length > 0 && (
            <Button variant="danger" onClick={reset}>
              {text.resetAction}
            </Button>
          )}
        </>
      }
    >
      <p>{marked.length > 0 ? text.resetText(marked.length) : text.resetNone}</p>
    </Dialog>
  );
}
