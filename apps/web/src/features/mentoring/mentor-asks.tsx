import { Button } from '../../ui/button';
import styles from './asks.module.css';
import { useAnswerMentor, useMentorAsks } from './cohorts.queries';
import { cohortsText } from './cohorts.text';

const text = cohortsText.asks;

/** Mentors who came to my cohorts later: what would be shared, yes or no. Left alone, they see nothing. */
export function MentorAsks() {
  const asks = useMentorAsks().data ?? [];
  const answer = useAnswerMentor((consent, name) => (consent ? text.agreed(name, consent) : text.declined(name)));
  if (asks.length === 0) return null;

  return (
    <section className={styles.asks} aria-labelledby="mentor-asks">
      <h2 id="mentor-asks">{text.title}</h2>
      <ul>
        {asks.map((ask) => {
          const { cohort, mentor, consent } = ask;
          return (
            <li key={`${cohort.id} ${mentor.id}`}>
              <div>
                <p className={styles.what}>{text.what(mentor.name, cohort.name)}</p>
                <p className={styles.why}>
                  {text.shares(consent)} {text.untilThen}
                </p>
              </div>
              <div className={styles.acts}>
                <Button aria-label={text.agreeOf(mentor.name)} onClick={() => answer.mutate({ ask, consent })}>
                  {text.agree}
                </Button>
                <Button
                  variant="quiet"
                  aria-label={text.declineOf(mentor.name)}
                  onClick={() => answer.mutate({ ask, consent: null })}
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
