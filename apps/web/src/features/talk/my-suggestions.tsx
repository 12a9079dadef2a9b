import { Link } from 'react-router';
import { SuggestionActs, SuggestionWords } from './suggestion-row';
import styles from './talk.module.css';
import { useMySuggestions } from './talk.queries';
import { talkText } from './talk.text';

/** At home: what my mentors suggest and I have not answered. Nothing: nothing stands here. */
export function MySuggestions() {
  const suggestions = useMySuggestions().data?.items ?? [];
  if (suggestions.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="suggested">
      <h2 id="suggested">{talkText.suggestion.homeTitle}</h2>
      <ul className={styles.list}>
        {suggestions.map((each) => (
          <li key={each.id} className={styles.help}>
            <Link to={`/roadmaps/${each.roadmap}/topics/${each.topicId}`}>{each.title}</Link>
            <SuggestionWords suggestion={each} />
            <SuggestionActs suggestion={each} />
          </li>
        ))}
      </ul>
    </section>
  );
}
