import type { EnrolmentCard, Roadmap } from '@waymark/contract';
import { Link } from 'react-router';
import { ProofBar } from '../../ui/proof-bar';
import { home } from './home.text';
import styles from './other-roadmap.module.css';
import { stepOf } from './steps';

const text = home.others;

/** A roadmap that was not touched last, in short. */
export function OtherRoadmap({ card, roadmap }: { card: EnrolmentCard; roadmap: Roadmap | undefined }) {
  const [first] = card.next;
  const step = first && roadmap ? stepOf(roadmap, first) : null;
  return (
    <li className={styles.other}>
      <h3>
        <Link to={`/roadmaps/${card.roadmap}`}>{card.title}</Link>
      </h3>
      <ProofBar counts={card.summary} size="s" />
      <p className={styles.next}>
        {home.when.walked(card.summary.done, card.summary.required)}.{' '}
        {step ? (
          <>
            {text.next} <Link to={step.path}>{step.title}</Link>
          </>
        ) : (
          !first && text.done
        )}
      </p>
    </li>
  );
}
