import { Link } from 'react-router';
import { Dialog } from '../../ui/dialog';
import { Mark } from '../../ui/mark';
import { pathOf, useMap } from './map-context';
import styles from './number-dialog.module.css';
import { type NumberKind, type NumberLine, numberList } from './number-list';
import { roadmapText } from './roadmaps.text';
import { labelOf } from './topic-note';
import type { MapNode } from './way-view';

const titleOf = (node: MapNode) => (node.kind === 'topic' ? node.topic.title : node.choice.title);

const text = roadmapText.numbers;

const beside = ({ node, stage }: NumberLine) => (node.kind === 'choice' ? `${stage}, ${text.toChoose}` : stage);

function Lines({
  title,
  lines,
  none,
  onClose,
}: {
  title: string;
  lines: readonly NumberLine[];
  none: string;
  onClose: () => void;
}) {
  const { roadmap } = useMap();
  return (
    <section className={styles.part}>
      <h3>
        {title} <span className={styles.sum}>{lines.length}</span>
      </h3>
      {lines.length === 0 && <p className={styles.quiet}>{none}</p>}
      <ul>
        {lines.map((line) => {
          const { key, node, mark } = line;
          return (
            <li key={key}>
              <Link
                to={pathOf(roadmap.slug, node)}
                state={{ fromMap: '' }}
                preventScrollReset
                aria-label={labelOf(titleOf(node), mark, beside(line))}
                onClick={onClose}
              >
                <Mark kind={mark} label={null} size={20} />
                <span>{titleOf(node)}</span> <small>{beside(line)}</small>
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The topics behind one of the three numbers, what is missing first. */
export function NumberDialog({ kind, onClose }: { kind: NumberKind | null; onClose: () => void }) {
  const { roadmap, enrolment, view } = useMap();
  if (!kind || !enrolment) return null;
  const { missing, counted } = numberList(roadmap, enrolment, view, kind);
  return (
    <Dialog open onClose={onClose} title={text.titles[kind]}>
      <p className={styles.quiet}>
        <b>{text.sum(counted.length, counted.length + missing.length)}.</b> {text.rules[kind]}
      </p>
      <Lines title={text.missing[kind]} lines={missing} none={text.all} onClose={onClose} />
      <Lines title={text.counted[kind]} lines={counted} none={text.none} onClose={onClose} />
    </Dialog>
  );
}
