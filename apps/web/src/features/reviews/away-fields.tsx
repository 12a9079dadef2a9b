import type { Away, Reviewer } from '@waymark/contract';
import { daysBetween, mostAwayDays } from '@waymark/contract/rules';
import { type FormEvent, useRef, useState } from 'react';
import { issueFor, sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { dayRange } from '../../ui/day-range';
import { TextField } from '../../ui/fields';
import { Notice } from '../../ui/notice';
import { notify } from '../../ui/toast';
import styles from './queue.module.css';
import { useChangeReviewer } from './reviews.queries';
import { twentyMinutesText } from './twenty-minutes.text';

const text = twentyMinutesText.away;

type Issues = Partial<Record<keyof Away, string>>;

/** What is wrong with these days, at each of the two. */
function issuesOf({ from, to }: Away): Issues {
  if (from === '' || to === '') return { ...(!from && { from: text.needFrom }), ...(!to && { to: text.needTo }) };
  if (to < from) return { to: text.order };
  return daysBetween(from, to) < mostAwayDays ? {} : { to: text.long(mostAwayDays) };
}

interface Props {
  reviewer: Reviewer;
  today: string;
}

/** The days on which I am away: what is typed stays until it is kept. */
export function AwayFields({ reviewer, today }: Props) {
  const change = useChangeReviewer();
  const frame = useRef<HTMLFieldSetElement>(null);
  const [days, setDays] = useState<Away>({ from: '', to: '' });
  const [issues, setIssues] = useState<Issues>({});
  const { promiseDays, inPool, isNamed, away } = reviewer;
  const refused = { from: issueFor(change.error, 'away.from'), to: issueFor(change.error, 'away.to') };

  function type(next: Partial<Away>) {
    change.reset();
    setIssues({});
    setDays({ ...days, ...next });
  }

  function keep(wanted: Away | null, said: string) {
    if (change.isPending) return;
    change.mutate(
      { promiseDays, inPool, isNamed, away: wanted },
      {
        onSuccess: () => {
          setDays({ from: '', to: '' });
          // What was pressed is gone.
          frame.current?.focus();
          notify({ text: said, tone: 'good' });
        },
      },
    );
  }

  function send(event: FormEvent) {
    event.preventDefault();
    const wrong = issuesOf(days);
    setIssues(wrong);
    if (Object.keys(wrong).length === 0) keep(days, text.kept);
  }

  return (
    <form noValidate onSubmit={send}>
      <fieldset ref={frame} tabIndex={-1} className={styles.away}>
        <legend>{text.title}</legend>
        <p className={styles.quiet}>{text.hint}</p>
        {change.isError && !refused.from && !refused.to && <Notice tone="alarm">{sentenceFor(change.error)}</Notice>}
        {away ? (
          <>
            <p>
              {away.from <= today ? text.is : text.will}: <b>{dayRange(away.from, away.to)}</b>
            </p>
            <Button busy={change.isPending} onClick={() => keep(null, text.ended)}>
              {text.end}
            </Button>
          </>
        ) : (
          <>
            <TextField
              type="date"
              label={text.from}
              value={days.from}
              error={issues.from ?? refused.from}
              onChange={(from) => type({ from })}
            />
            <TextField
              type="date"
              label={text.to}
              value={days.to}
              error={issues.to ?? refused.to}
              onChange={(to) => type({ to })}
            />
            <Button type="submit" busy={change.isPending}>
              {text.keep}
            </Button>
          </>
        )}
      </fieldset>
    </form>
  );
}
