import type { ChangesSince, Roadmap } from '@waymark/contract';
import { Link } from 'react-router';
import { Timestamp } from '../../ui/dates';
import { Notice } from '../../ui/notice';
import { changePlace, changeSentence } from './change-sentence';
import styles from './meetings.module.css';
import { meetingsText } from './meetings.text';

const text = meetingsText.since;

interface Props {
  since: ChangesSince;
  learnerId: string;
  slug: string;
  roadmap: Roadmap | undefined;
}

/** What changed since the mentor's visit before this one, as the server says. */
export function SinceLastLook({ since, learnerId, slug, roadmap }: Props) {
  if (since.at === null) return <Notice tone="info">{text.first}</Notice>;
  if (since.parts.length === 0) {
    return (
      <Notice tone="info">
        {text.nothing}, <Timestamp at={since.at} />.
      </Notice>
    );
  }
  return (
    <section className={styles.since} aria-labelledby="since">
      <h2 id="since">
        {text.title}, <Timestamp at={since.at} />
      </h2>
      {since.parts.map(({ kind, items, more }) => (
        <div key={kind}>
          <h3>{text.groups[kind]}</h3>
          <ul>
            {items.map((change) => {
              const place = changePlace(change, { learnerId, slug });
              const sentence = changeSentence(change, roadmap);
              return (
                <li key={change.key}>
                  {place ? <Link to={place}>{sentence}</Link> : sentence} <Timestamp at={change.at} />
                </li>
              );
            })}
            {more > 0 && <li>{text.more(more)}</li>}
          </ul>
        </div>
      ))}
    </section>
  );
}
