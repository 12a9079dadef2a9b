import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { Mark } from '../../ui/mark';
import { projectsText } from './projects.text';
import styles from './topic-combobox.module.css';
import { findTopics, type KnownTopic } from './topic-list';

const text = projectsText.topics;

interface Props {
  /** What can still be added. */
  topics: readonly KnownTopic[];
  onPick: (topic: KnownTopic) => void;
}

/** Search and add one topic after another without leaving the field: the ARIA combobox with a list. */
export function TopicCombobox({ topics, onPick }: Props) {
  const id = useId();
  const [query, setQuery] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [place, setPlace] = useState(0);
  const [said, setSaid] = useState('');
  const options = useRef<HTMLDivElement>(null);
  const found = useMemo(() => findTopics(topics, query), [topics, query]);
  const active = isOpen ? found[place] : undefined;
  const optionId = (topic: KnownTopic) => `${id}-${topic.key.replace('/', '-')}`;

  useEffect(() => {
    if (isOpen) options.current?.children[place]?.scrollIntoView?.({ block: 'nearest' });
  }, [place, isOpen]);

  function search(next: string) {
    setQuery(next);
    setPlace(0);
    setOpen(true);
  }

  function pick(topic: KnownTopic) {
    onPick(topic);
    setSaid(text.added(topic.title));
    setQuery('');
    setPlace(0);
    setOpen(false);
  }

  function step(by: number) {
    if (isOpen && found.length > 0) setPlace((place + by + found.length) % found.length);
    else setPlace(by < 0 ? Math.max(0, found.length - 1) : 0);
    setOpen(true);
  }

  const acts: Record<string, () => void> = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Enter: () => (active ? pick(active) : setOpen(true)),
    Escape: () => (isOpen ? setOpen(false) : setQuery('')),
  };

  function onKeyDown(event: KeyboardEvent) {
    const act = event.nativeEvent.isComposing || event.ctrlKey || event.metaKey ? undefined : acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  return (
    <div className={styles.box}>
      <label className={styles.label} htmlFor={id}>
        {text.find}
      </label>
      <p id={`${id}-hint`} className={styles.hint}>
        {text.findHint}
      </p>
      <input
        id={id}
        className={styles.input}
        role="combobox"
        type="text"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-activedescendant={active && optionId(active)}
        aria-describedby={`${id}-hint`}
        value={query}
        onChange={(event) => search(event.target.value)}
        onKeyDown={onKeyDown}
        onClick={() => setOpen(true)}
        onBlur={() => setOpen(false)}
      />
      <div
        id={`${id}-list`}
        ref={options}
        role="listbox"
        aria-label={text.find}
        className={styles.list}
        hidden={!isOpen || found.length === 0}
      >
        {isOpen &&
          found.map((topic) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and hears the keys
            <div
              key={topic.key}
              id={optionId(topic)}
              role="option"
              tabIndex={-1}
              aria-selected={topic === active}
              // The field keeps the focus, so that the next topic can be typed at once.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => pick(topic)}
            >
              <Mark kind={topic.mark} />
              <span>
                {topic.title} <small>{topic.place}</small>
              </span>
            </div>
          ))}
      </div>
      <p role="status" className={found.length > 0 || !isOpen ? styles.unseen : styles.none}>
        {isOpen ? (found.length > 0 ? text.results(found.length) : text.none) : said}
      </p>
    </div>
  );
}
