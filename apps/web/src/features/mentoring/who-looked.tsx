import type { Look, Person } from '@waymark/contract';
import { useState } from 'react';
import { Button } from '../../ui/button';
import { useZone } from '../../ui/dates';
import { SelectField } from '../../ui/fields';
import { LoadFailed } from '../../ui/load-failed';
import { Skeleton } from '../../ui/skeleton';
import { looksText as text } from './looks.text';
import { useRoadmapList } from './mentoring.queries';
import { useLooks } from './sharing.queries';
import styles from './who-looked.module.css';

const hourMs = 3_600_000;

/** One hour in which somebody looked: a day, and between when and when. */
function Hour({ at }: { at: string }) {
  const timeZone = useZone();
  const begin = new Date(at);
  const clock = new Intl.DateTimeFormat(undefined, { timeZone, timeStyle: 'short' });
  const day = new Intl.DateTimeFormat(undefined, { timeZone, weekday: 'long', day: 'numeric', month: 'long' });
  return (
    <time dateTime={at} className={styles.when}>
      {day.format(begin)}, {text.between(clock.format(begin), clock.format(new Date(begin.getTime() + hourMs)))}
    </time>
  );
}

/** Whom one can choose: the mentors of now, and who is found in what is shown. */
function named(mentors: readonly Person[], looks: readonly Look[]): Person[] {
  const all = [...mentors, ...looks.map(({ mentor }) => mentor)].filter(({ name }) => name !== '');
  return [...new Map(all.map((person) => [person.id, person])).values()];
}

/** A section: who looked at what of mine, the last hour first. */
export function WhoLooked({ mentors }: { mentors: readonly Person[] }) {
  const [mentor, setMentor] = useState('');
  const query = useLooks(mentor);
  const roadmaps = useRoadmapList();
  const looks = query.data?.pages.flatMap((page) => page.items) ?? [];
  const people = named(mentors, looks);
  const chosen = people.find(({ id }) => id === mentor);
  const titleOf = (slug: string) => roadmaps.data?.items.find((card) => card.slug === slug)?.title ?? slug;
  return (
    <section id="who-looked" className={styles.looks} aria-labelledby="who-looked-title">
      <h2 id="who-looked-title">{text.title}</h2>
      <p className={styles.quiet}>{text.lead}</p>
      {(people.length > 1 || mentor) && (
        <SelectField
          label={text.filter}
          value={mentor}
          onChange={setMentor}
          options={[
            { value: '', label: text.everybody },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      {query.isPending && <Skeleton lines={3} height={32} />}
      {query.isError && <LoadFailed title={text.loadFailed} error={query.error} onRetry={() => query.refetch()} />}
      {query.isSuccess && looks.length === 0 && <p>{chosen ? text.noneOf(chosen.name) : text.none}</p>}
      {looks.length > 0 && (
        <ul className={styles.list}>
          {looks.map((look) => (
            <li key={look.id}>
              <span>
                {text.seen(look.mentor.name || text.former, look.what)}
                {look.roadmap && text.on(titleOf(look.roadmap))}
              </span>
              <Hour at={look.hour} />
            </li>
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Button busy={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {text.more}
        </Button>
      )}
    </section>
  );
}
