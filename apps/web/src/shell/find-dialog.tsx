import { type KeyboardEvent, useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { Dialog } from '../ui/dialog';
import { standFirst } from '../ui/fields';
import layout from '../ui/layout.module.css';
import { findText } from './find.text';
import styles from './find-dialog.module.css';
import type { Place } from './places';
import { useFindIndex } from './use-find-index';

const text = findText;

export function FindDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog open onClose={onClose} title={text.title}>
      <Finder onClose={onClose} />
    </Dialog>
  );
}

function Finder({ onClose }: { onClose: () => void }) {
  const id = useId();
  const navigate = useNavigate();
  const [sought, setSought] = useState('');
  const [at, setAt] = useState(0);
  const find = useFindIndex();
  const found = find(sought);
  const go = (place: Place | undefined) => {
    if (!place) return;
    onClose();
    if (place.to?.startsWith('/')) void navigate(place.to);
    else if (place.to) location.assign(place.to);
    // The page hears it once the dialog is gone: what it does may open another.
    else setTimeout(() => place.run?.());
  };
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setAt((at + step + found.length) % Math.max(found.length, 1));
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      go(found[at]);
    }
  };
  return (
    <div className={styles.finder}>
      <input
        className={styles.input}
        role="combobox"
        aria-label={text.label}
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={found[at] ? `${id}-${at}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        ref={standFirst}
        placeholder={text.placeholder}
        value={sought}
        onChange={(event) => {
          setSought(event.target.value);
          setAt(0);
        }}
        onKeyDown={move}
      />
      <p className={layout.heard} role="status">
        {text.found(found.length)}
      </p>
      <div id={`${id}-list`} role="listbox" aria-label={text.title} className={styles.list}>
        {found.map((place, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the focus and hears the keys
          // biome-ignore lint/a11y/useFocusableInteractive: as above, by aria-activedescendant
          <div
            key={`${place.kind} ${place.to} ${place.title}`}
            id={`${id}-${index}`}
            ref={index === at ? (element) => element?.scrollIntoView?.({ block: 'nearest' }) : undefined}
            role="option"
            aria-selected={index === at}
            className={styles.option}
            onPointerMove={() => setAt(index)}
            onClick={() => go(place)}
          >
            <span className={styles.title}>{place.title}</span>
            <span className={styles.beside}>{place.beside || text.kinds[place.kind]}</span>
          </div>
        ))}
      </div>
      {found.length === 0 && <p className={styles.none}>{text.none(sought.trim())}</p>}
    </div>
  );
}
