import { Button } from '../../ui/button';
import styles from './asks.module.css';
import { useAnswerOffer, useMyOffers } from './cohorts.queries';
import { cohortsText } from './cohorts.text';
import { useRoadmapList } from './mentoring.queries';

const text = cohortsText.offers;

/** The cohorts that I am asked to mentor. Nothing, where nobody asks. */
export function CohortOffers() {
  const offers = useMyOffers().data ?? [];
  const roadmaps = useRoadmapList().data?.items;
  const answer = useAnswerOffer((isAccepted, cohort) => (isAccepted ? text.accepted : text.declined)(cohort));
  if (offers.length === 0) return null;

  return (
    <section className={styles.asks} aria-labelledby="cohort-offers">
      <h2 id="cohort-offers">{text.title}</h2>
      <ul>
        {offers.map((offer) => {
          const { cohort, roadmap, by, mentors } = offer;
          const title = roadmaps?.find(({ slug }) => slug === roadmap)?.title ?? roadmap;
          const names = mentors.map(({ name }) => name);
          return (
            <li key={offer.id}>
              <div>
                <p className={styles.what}>{text.what(cohort.name, title)}</p>
                <p className={styles.why}>
                  {text.by(by?.name ?? text.somebody, names)} {text.lead}
                </p>
              </div>
              <div className={styles.acts}>
                <Button
                  variant="main"
                  aria-label={text.acceptOf(cohort.name)}
                  onClick={() => answer.mutate({ offer, isAccepted: true })}
                >
                  {text.accept}
                </Button>
                <Button
                  aria-label={text.declineOf(cohort.name)}
                  onClick={() => answer.mutate({ offer, isAccepted: false })}
                >
                  {text.decline}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
