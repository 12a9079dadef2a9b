import type { Enrolment, Roadmap } from '@waymark/contract';
import { Link } from 'react-router';
import { Dialog } from '../../ui/dialog';
import { Mark } from '../../ui/mark';
import { type FarItem, type FarKind, type FarPath, farLists } from './far-lists';
import { home } from './home.text';
import styles from './how-far.module.css';

const text = home.far;

interface HowFarListProps {
  roadmap: Roadmap;
  enrolment: Enrolment;
  kind: FarKind;
  /** Where a mentor reads of a topic; left out: it is the learner who looks. */
  pathTo?: FarPath | undefined;
  onClose: () => void;
}

/** The topics that make up one number, the missing ones first. */
export function HowFarList({ roadmap, enrolment, kind, pathTo, onClose }: HowFarListProps) {
  const { missing, open, have } = farLists(roadmap, enrolment, kind, pathTo);
  const { summary } = enrolment;
  const explain = pathTo ? text.explainTheirs : text.explain;
  return (
    <Dialog open wide onClose={onClose} title={text.listTitle(text.kinds[kind], summary[kind], summary.required)}>
      <p className={styles.explain}>{explain[kind]}</p>
      {kind !== 'done' && <Items title={text.missing[kind]} items={missing} none={text.noneSuch} onFollow={onClose} />}
      {kind === 'shown' && missing.length > 0 && !pathTo && (
        <p className={styles.lead}>
          <Link to={`/roadmaps/${roadmap.slug}/briefs`}>{text.toBriefs}</Link>
        </p>
      )}
      <Items title={text.open} items={open} none={text.allThere} onFollow={onClose} />
      <Items title={text.have[kind]} items={have} none={text.noneYet} onFollow={onClose} />
      {summary.skipped > 0 && <p className={styles.explain}>{text.skipped(summary.skipped)}</p>}
    </Dialog>
  );
}

/** It opens on the page that lies behind. */
const isWithin = (path: string) => path.startsWith('?');

interface ItemsProps {
  title: string;
  items: FarItem[];
  none: string;
  onFollow: () => void;
}

function Items({ title, items, none, onFollow }: ItemsProps) {
  return (
    <section className={styles.items}>
      <h3>
        {title} <span className={styles.number}>{items.length.toLocaleString()}</span>
      </h3>
      {items.length === 0 && <p className={styles.explain}>{none}</p>}
      <ul className={styles.list}>
        {items.map((item) => (
          <li key={item.key}>
            <Mark kind={item.mark} size={20} />
            {item.path === null ? (
              <span>{item.title}</span>
            ) : (
              <Link
                to={item.path}
                preventScrollReset={isWithin(item.path)}
                onClick={() => isWithin(item.path ?? '') && onFollow()}
              >
                {item.title}
              </Link>
            )}
            <span className={styles.stage}>{item.stage}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
