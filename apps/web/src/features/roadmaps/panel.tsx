import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { useNavigationType } from 'react-router';
import { Kbd } from '../../ui/kbd';
import { Toasts } from '../../ui/toast';
import { useMap } from './map-context';
import { MarkLink } from './mark-link';
import styles from './panel.module.css';
import { roadmapText } from './roadmaps.text';
import { type MapNode, topicsOf } from './way-view';

const text = roadmapText.topic;

/** The topics before and after along the trail, with the options that stand between. */
function Around({ node }: { node: MapNode }) {
  const { view } = useMap();
  const along = node.kind === 'topic' ? topicsOf(view) : [...view.nodes.values()];
  const at = along.findIndex((each) => each.id === node.id);
  const [before, after] = [along[at - 1], along[at + 1]];
  return (
    <nav className={styles.around} aria-label={text.around}>
      <div>
        {before && (
          <>
            <span className={styles.quiet}>{text.previous}</span>
            <MarkLink node={before} />
          </>
        )}
      </div>
      <div>
        {after && (
          <>
            <span className={styles.quiet}>{text.next}</span>
            <MarkLink node={after} />
          </>
        )}
      </div>
    </nav>
  );
}

function Inside({ node, onClose, title, children }: PanelProps & { title: RefObject<HTMLHeadingElement | null> }) {
  const { view } = useMap();
  const place = view.placeOf.get(node.id);
  const isTopic = node.kind === 'topic';
  const eyebrow = isTopic ? text.eyebrow : roadmapText.choice.eyebrow;
  return (
    <>
      <header className={styles.head}>
        <div>
          <p className={styles.eyebrow}>{place && eyebrow(place.stage.title, place.section)}</p>
          <h2 id="panel-title" ref={title} tabIndex={-1}>
            {isTopic ? node.topic.title : node.choice.title}
          </h2>
        </div>
        <button
          type="button"
          className={styles.close}
          aria-label={isTopic ? text.closeTopic : text.closeChoice}
          aria-keyshortcuts="Escape"
          onClick={onClose}
        >
          <span className={styles.esc} aria-hidden="true">
            <Kbd>Esc</Kbd>
          </span>
          <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
            <path d="M5 5l10 10M15 5L5 15" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />
          </svg>
        </button>
      </header>
      {children}
      <Around node={node} />
    </>
  );
}

interface PanelProps {
  node: MapNode;
  onClose: () => void;
  children: ReactNode;
}

/** Who opened it is led into it; who came by its address reads the page from its beginning. */
function useTitleFocus(id: string) {
  const title = useRef<HTMLHeadingElement>(null);
  const isOpenedHere = useNavigationType() !== 'POP';
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each topic, however one came to it
  useEffect(() => {
    if (isOpenedHere) title.current?.focus({ preventScroll: true });
  }, [id]);
  return title;
}

export function AsidePanel(props: PanelProps) {
  const title = useTitleFocus(props.node.id);
  return (
    <aside key={props.node.id} className={styles.aside} aria-labelledby="panel-title">
      <Inside {...props} title={title} />
    </aside>
  );
}

/** On a small screen it lies over the map, as the browser's own modal dialog. */
export function SheetPanel(props: PanelProps) {
  const { node, onClose } = props;
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  const title = useTitleFocus(node.id);
  return (
    <dialog
      ref={ref}
      className={styles.sheet}
      aria-labelledby="panel-title"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div key={node.id} className={styles.sheetInside}>
        <Inside {...props} title={title} />
      </div>
      {/* What is said outside a modal dialog is neither seen nor heard while it is open. */}
      <Toasts />
    </dialog>
  );
}
