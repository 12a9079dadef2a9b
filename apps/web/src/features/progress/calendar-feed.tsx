import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/call';
import { sentenceFor } from '../../api/problem';
import { everyPage } from '../../text/every-page.text';
import { Button } from '../../ui/button';
import { Timestamp } from '../../ui/dates';
import { TextField } from '../../ui/fields';
import layout from '../../ui/layout.module.css';
import { Notice } from '../../ui/notice';
import { planText } from './plan.text';
import styles from './plan-page.module.css';
import { say } from './say';
import { useWeekStart } from './use-week-start';

const text = planText.feed;

function useFeed() {
  const client = useQueryClient();
  const weekStartsOn = useWeekStart();
  const [url, setUrl] = useState<string | null>(null);
  const feed = useQuery({
    queryKey: ['calendar-feed'],
    queryFn: ({ signal }) => call('readCalendarFeed', { signal }),
  });
  const make = useMutation({
    mutationFn: () => call('makeCalendarFeed', { body: { weekStartsOn } }),
    onSuccess: (made) => {
      setUrl(made.url);
      client.setQueryData(['calendar-feed'], { madeAt: made.madeAt });
    },
  });
  const end = useMutation({
    mutationFn: () => call('endCalendarFeed'),
    onSuccess: () => {
      setUrl(null);
      client.setQueryData(['calendar-feed'], { madeAt: null });
      say({ text: text.ended });
    },
  });
  return { feed, make, end, url };
}

/** The secret address for calendars: made, renewed and ended; shown once. */
export function CalendarFeed({ withTitle = true }: { withTitle?: boolean }) {
  const { feed, make, end, url } = useFeed();
  const madeAt = feed.data?.madeAt;
  const failure = make.error ?? end.error ?? (feed.data ? null : feed.error);
  const copy = (address: string) => void navigator.clipboard?.writeText(address).then(() => say({ text: text.copied }));
  return (
    <section className={styles.section} aria-labelledby={withTitle ? 'calendar-feed-title' : undefined}>
      {withTitle && <h2 id="calendar-feed-title">{text.title}</h2>}
      <p className={styles.lead}>{text.lead}</p>
      {failure && (
        <Notice
          tone="alarm"
          {...(feed.error && {
            title: text.failed,
            action: <Button onClick={() => void feed.refetch()}>{everyPage.retry}</Button>,
          })}
        >
          {sentenceFor(failure)}
        </Notice>
      )}
      {url && (
        <div className={styles.address}>
          <TextField label={text.address} hint={text.once} readOnly value={url} onChange={() => {}} />
          <Button onClick={() => copy(url)}>{text.copy}</Button>
        </div>
      )}
      {madeAt && !url && (
        <p>
          {text.madeAt} <Timestamp at={madeAt} />.
        </p>
      )}
      <div className={layout.row}>
        <Button busy={make.isPending} onClick={() => make.mutate()}>
          {madeAt ? text.renew : text.make}
        </Button>
        {madeAt && (
          <Button variant="danger" busy={end.isPending} onClick={() => end.mutate()}>
            {text.end}
          </Button>
        )}
      </div>
    </section>
  );
}
