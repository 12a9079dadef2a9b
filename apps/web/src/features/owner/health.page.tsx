import { useQuery } from '@tanstack/react-query';
import type { GivenUp, Health } from '@waymark/contract';
import type { ReactNode } from 'react';
import { Button } from '../../ui/button';
import { Timestamp, useZone } from '../../ui/dates';
import layout from '../../ui/layout.module.css';
import { Skeleton } from '../../ui/skeleton';
import { bytesText, millisecondsText } from './figures';
import { GivenUpJobs } from './given-up-jobs';
import styles from './health.module.css';
import { healthText as text } from './health.text';
import { healthQuery } from './owner.queries';
import { OwnerFrame } from './owner-frame';

export function HealthPage() {
  const query = useQuery(healthQuery);
  const timeZone = useZone();
  const { data } = query;
  const asOf = data && new Intl.DateTimeFormat(undefined, { timeZone, timeStyle: 'medium' }).format(new Date(data.now));
  return (
    <OwnerFrame
      title={text.title}
      asked={query}
      beside={
        <>
          {asOf && (
            <p className={styles.quiet}>
              {text.asOf} {asOf}
            </p>
          )}
          <Button busy={query.isFetching} onClick={() => query.refetch()}>
            {text.again}
          </Button>
        </>
      }
    >
      {data ? <HealthTable health={data} /> : <Skeleton lines={10} height={28} />}
    </OwnerFrame>
  );
}

type Row = readonly [name: string, value: ReactNode];

const timeOr = (at: string | null, otherwise: string) => (at ? <Timestamp at={at} /> : otherwise);

const givenUpRow = (jobs: GivenUp): Row => [
  text.givenUpOf(text.jobKinds[jobs.kind] ?? jobs.kind),
  <GivenUpJobs key={jobs.kind} jobs={jobs} />,
];

function groupsOf(health: Health): readonly (readonly [title: string, rows: readonly Row[]])[] {
  const { database, counts, mail, jobs, keys } = health;
  const free = database.freeBytes === null ? text.freeUnknown : bytesText(database.freeBytes);
  return [
    [
      text.groups.server,
      [
        [text.version, health.version],
        [text.node, health.node],
        [text.started, <Timestamp key="started" at={health.startedAt} />],
        [text.memory, bytesText(health.memoryBytes)],
        [text.delay, millisecondsText(health.eventLoopDelayMs)],
      ],
    ],
    [
      text.groups.database,
      [
        [text.databaseVersion, database.version],
        [text.kind, text.kinds[database.kind]],
        [text.replicaSet, database.replicaSet],
        [text.data, bytesText(database.dataBytes)],
        [text.free, free],
      ],
    ],
    [
      text.groups.counts,
      (['members', 'sessions', 'enrolments', 'projects', 'cohorts'] as const).map((each) => [
        text[each],
        counts[each].toLocaleString(),
      ]),
    ],
    [
      text.groups.mail,
      [
        [text.mailKind, text.mailKinds[mail.kind]],
        [text.waiting, mail.waiting.toLocaleString()],
        [text.failed, mail.failed.toLocaleString()],
        [text.lastSent, timeOr(mail.lastSentAt, text.never)],
        [text.lastFailure, mail.lastFailure ?? text.none],
      ],
    ],
    [
      text.groups.jobs,
      [
        [text.jobsWaiting, jobs.waiting.toLocaleString()],
        ...(jobs.givenUp.length === 0 ? [[text.givenUp, text.none] as const] : jobs.givenUp.map(givenUpRow)),
      ],
    ],
    [
      text.groups.keys,
      [
        [text.signingKeys, keys.signingKeys.toLocaleString()],
        [text.newestKey, timeOr(keys.newestMadeAt, text.unknown)],
        [text.backup, timeOr(health.lastBackupAt, text.never)],
      ],
    ],
  ];
}

function HealthTable({ health }: { health: Health }) {
  return (
    <table className={styles.table}>
      <caption className={layout.heard}>{text.table}</caption>
      {groupsOf(health).map(([title, rows]) => (
        <tbody key={title}>
          <tr>
            <th scope="rowgroup" colSpan={2} className={styles.group}>
              {title}
            </th>
          </tr>
          {rows.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
