import type { EnrolmentCard } from '@waymark/contract';
import { Link } from 'react-router';
import { Mark } from '../../ui/mark';
import styles from './offers.module.css';
import { useOffers } from './offers.queries';
import { offersText as text } from './offers.text';
import { isNews, readLater } from './offers-kept';

/** On home: a line for each roadmap on which something is open that is known from another. */
export function OffersLines({ cards }: { cards: readonly EnrolmentCard[] }) {
  return (
    <ul className={styles.lines}>
      {cards.map((card) => (
        <OffersLine key={card.roadmap} card={card} />
      ))}
    </ul>
  );
}

function OffersLine({ card: { roadmap, title } }: { card: EnrolmentCard }) {
  const offers = useOffers(roadmap, null);
  if (!isNews(offers, readLater(roadmap))) return null;
  const from = [...new Set(offers.map((offer) => offer.from.roadmapTitle))];
  return (
    <li>
      <Link className={styles.line} to={`/roadmaps/${roadmap}#known`}>
        <Mark kind="learned" label={null} size={18} />
        {text.home(offers.length, title, from)}
      </Link>
    </li>
  );
}
