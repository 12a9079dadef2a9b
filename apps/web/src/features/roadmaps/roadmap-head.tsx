import type { Enrolment, Roadmap } from '@waymark/contract';
import { Link } from 'react-router';
import { PageHead } from '../../ui/page-head';
import type { NumberKind } from './number-list';
import styles from './roadmap-head.module.css';
import { roadmapText } from './roadmaps.text';

const text = roadmapText.head;

interface RoadmapHeadProps {
  roadmap: Roadmap;
  required: number;
  enrolment: Enrolment | null;
  onNumber: (kind: NumberKind) => void;
  onPlan: () => void;
}

function Numbers({ enrolment, onNumber }: { enrolment: Enrolment; onNumber: (kind: NumberKind) => void }) {
  const { required, done, shown, confirmed } = enrolment.summary;
  const numbers = [
    { kind: 'done', count: done, words: text.done(required) },
    { kind: 'shown', count: shown, words: text.shown },
    { kind: 'confirmed', count: confirmed, words: text.confirmed },
  ] as const;
  return (
    <fieldset className={styles.numbers} aria-label={text.numbers}>
      {numbers.map(({ kind, count, words }) => (
        <button
          key={kind}
          type="button"
          className={styles.number}
          aria-label={text.open(count, words)}
          aria-haspopup="dialog"
          onClick={() => onNumber(kind)}
        >
          <b>{count}</b> <span>{words}</span>
        </button>
      ))}
    </fieldset>
  );
}

export function RoadmapHead({ roadmap, required, enrolment, onNumber, onPlan }: RoadmapHeadProps) {
  return (
    <div className={styles.head}>
      <PageHead
        key={roadmap.slug}
        title={roadmap.title}
        eyebrow={text.eyebrow(roadmap.stages.length, required, enrolment !== null)}
      >
        {enrolment && <Numbers enrolment={enrolment} onNumber={onNumber} />}
      </PageHead>
      <nav className={styles.links} aria-label={text.links}>
        <Link to={`/roadmaps/${roadmap.slug}/facts`}>{text.facts}</Link>
        <Link to={`/roadmaps/${roadmap.slug}/briefs`}>{text.briefs}</Link>
        {enrolment && <Link to={`/projects/matrix?roadmap=${roadmap.slug}`}>{text.matrix}</Link>}
        {enrolment && (
          <button type="button" className={styles.plan} aria-haspopup="dialog" onClick={onPlan}>
            {text.plan}
          </button>
        )}
      </nav>
    </div>
  );
}
