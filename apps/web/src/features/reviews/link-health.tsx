import type { LinkHealth as Health, Project } from '@waymark/contract';
import { isProblem, sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { Timestamp } from '../../ui/dates';
import { LoadFailed } from '../../ui/load-failed';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';
import styles from './link-health.module.css';
import { linkWords } from './link-words';
import { useCheckLinks, useLinks } from './links.queries';
import { linksText as text } from './links.text';
import { Moment } from './moment';

function OneLink({ link, isChecking }: { link: Health; isChecking: boolean }) {
  const { tone, state, advice } = linkWords(link, isChecking, new Date());
  const { kind, url, checkedAt, deadSince, graceUntil } = link;
  return (
    <li className={styles.link} data-tone={tone}>
      <p>
        <b>{text.kinds[kind]}</b>{' '}
        <a href={url} target="_blank" rel="noopener noreferrer nofollow ugc">
          {url}
        </a>
      </p>
      <p className={styles.state}>
        <b>{state}</b>
        {deadSince && (
          <>
            {' '}
            {text.since} <Moment at={deadSince} />
          </>
        )}
        .{' '}
        {checkedAt && (
          <>
            {text.looked} <Timestamp at={checkedAt} />.
          </>
        )}
        {checkedAt && isChecking && ` ${text.states.checking}.`}
      </p>
      {advice && (
        <p className={styles.advice}>
          {advice}
          {advice === text.dead && graceUntil && (
            <>
              {' '}
              {text.grace} <Moment at={graceUntil} />.
            </>
          )}
        </p>
      )}
    </li>
  );
}

const sentenceOf = (error: unknown) => (isProblem(error, 'too-many-requests') ? text.tooOften : sentenceFor(error));

/** Whether what a project links to is there. Nothing waits for it. */
export function LinkHealth({ project }: { project: Project }) {
  const query = useLinks(project);
  const check = useCheckLinks(project);
  if (project.repoUrl === null && project.demoUrl === null) return null;
  const isChecking = query.data?.isChecking ?? false;
  return (
    <section className={styles.section} aria-labelledby="link-health">
      <h2 id="link-health">{text.title}</h2>
      <p className={styles.lead}>{text.lead}</p>
      {query.isPending && <Skeleton lines={2} height={56} />}
      {query.isError && !query.data && (
        <LoadFailed title={text.loadFailed} error={query.error} onRetry={() => query.refetch()} />
      )}
      {check.isError && (
        <Notice tone="alarm" title={text.notAsked}>
          {sentenceOf(check.error)}
        </Notice>
      )}
      {query.data && (
        <>
          <ul className={styles.links}>
            {query.data.items.map((link) => (
              <OneLink key={link.kind} link={link} isChecking={isChecking} />
            ))}
          </ul>
          <div className={styles.again}>
            <Button busy={check.isPending || isChecking} onClick={() => check.mutate()}>
              {text.again}
            </Button>
            <p role="status">{isChecking && text.asked}</p>
          </div>
        </>
      )}
    </section>
  );
}
