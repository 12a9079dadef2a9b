import { useQuery } from '@tanstack/react-query';
import type { Roadmap } from '@waymark/contract';
import { dayIn, topicsToRefresh } from '@waymark/contract/rules';
import { Link } from 'react-router';
import { DayText, useZone } from '../../ui/dates';
import styles from './notes.module.css';
import { roomsQuery, wayQuery } from './rooms.queries';
import { roomsText } from './rooms.text';

const text = roomsText.refresh;

interface Props {
  /** Of a roadmap that its reader follows. */
  roadmap: Roadmap;
  most?: number;
}

/** Done topics of a roadmap that are worth another look. Nothing at all while there are none. */
export function RefreshList({ roadmap, most = 5 }: Props) {
  const { slug } = roadmap;
  const zone = useZone();
  const way = useQuery(wayQuery(slug)).data;
  const rooms = useQuery(roomsQuery(slug)).data;
  const dayOf = (at: string) => dayIn(zone, new Date(at));
  const due = way && rooms ? topicsToRefresh(way.topics, rooms, dayIn(zone, new Date()), dayOf) : [];
  if (due.length === 0) return null;
  const titles = new Map(roadmap.topics.map(({ id, title }) => [id, title]));
  return (
    <section className={styles.refresh} aria-label={`${text.title}: ${roadmap.title}`}>
      <h2>{text.title}</h2>
      <p>{text.lead}</p>
      <ul>
        {due.slice(0, most).map(({ topicId, confidence, lastDay }) => (
          <li key={topicId}>
            <Link to={`/roadmaps/${slug}/topics/${topicId}`}>{titles.get(topicId) ?? topicId}</Link>{' '}
            <span className={styles.quiet}>
              {confidence && `${text.how(confidence)}, `}
              {text.last} <DayText day={lastDay} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
