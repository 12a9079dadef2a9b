import type { Enrolment, Roadmap } from '@waymark/contract';
import { Link } from 'react-router';
import { Dialog } from '../../ui/dialog';
import { Mark } from '../../ui/mark';
import { type FarItem, type FarKind, farLists } from './far-lists';
import { home } from './home.text';
import styles from './how-far.module.css';

const text = home.far;

interface HowFarListProps {
  roadmap: Roadmap;
  enrolment: Enrolment;
  kind: FarKind;
  onClose: () => void;
}

/** The topics that make up one number, the missing ones first. */
export function HowFarList({ roadmap, enrolment, kind, onClose }: HowFarListProps) {
  const { missing, open, have } = farLists(roadmap, enrolment, kind);
  const { summary } = enrolment;
  return (
    <Dialog open wide onClose={onClose} title={text.listTitle(text.kinds[kind], summary[kind], summary.required)}>
      <p className={styles.explain}>{text.explain[kind]}</p>
      {kind !== 'done' && <Items title={text.missing[kind]} items={missing} none={text.noneSuch} />}
      {kind === 'shown' && missing.length > 0 && (
        <p className={styles.lead}>
          <Link to={`/roadmaps/${roadmap.slug}/briefs`}>{text.toBriefs}</Link>
        </p>
      )}
      <Items title={text.open} items={open} none={text.allThere} />
      <Items title={text.have[kind]} items={have} none={text.noneYet} />
      {summary.skipped > 0 && <p className={styles.explain}>{text.skipped(summary.skipped)}</p>}
    </Dialog>
  );
}

function Items({ title, items, none }: { title: string; items: FarItem[]; none: string }) {
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
            <Link to={item.path}>{item.title}</Link>
            <span className={styles.stage}>{item.stage}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
