import type { Cohort, GlanceRow, Roadmap } from '@waymark/contract';
import { Link } from 'react-router';
import { Button } from '../../ui/button';
import { classes } from '../../ui/classes';
import { LoadFailed } from '../../ui/load-failed';
import { Skeleton } from '../../ui/skeleton';
import { useGlanceRows } from './cohorts.queries';
import { cohortsText } from './cohorts.text';
import styles from './glance.module.css';
import { mentoringText } from './mentoring.text';
import { learnerPath } from './roster';

const text = cohortsText.glance;

type Count = NonNullable<GlanceRow['stages']>[string];

/** How full a cell is drawn; its numbers say it exactly. */
function levelOf({ done, required }: Count): 0 | 1 | 2 | 3 {
  if (done === 0 || required === 0) return 0;
  if (done === required) return 3;
  return done * 2 >= required ? 2 : 1;
}

/** Learners by stages: a table that is coloured, so that it is read and copied as one. */
export function GlanceRows({ cohort, roadmap }: { cohort: Cohort; roadmap: Roadmap }) {
  const query = useGlanceRows(cohort.id);
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className={styles.part} aria-labelledby="glance-rows">
      <h3 id="glance-rows">{text.rows}</h3>
      <p className={styles.quiet}>{text.rowsLead}</p>
      {query.isPending && <Skeleton lines={4} height={36} />}
      {query.isError && <LoadFailed title={text.loadFailed} error={query.error} onRetry={() => void query.refetch()} />}
      {rows.length > 0 && (
        <>
          <Key />
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <section className={styles.scroll} tabIndex={0} aria-label={text.rowsCaption}>
            <table className={styles.heat}>
              <thead>
                <tr>
                  <th scope="col">{text.learner}</th>
                  {roadmap.stages.map(({ id, title }, place) => (
                    <th key={id} scope="col" abbr={title}>
                      <abbr title={title}>{place + 1}</abbr>
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <Row key={row.learner.id} row={row} roadmap={roadmap} />
                ))}
              </tbody>
            </table>
          </section>
          <details className={styles.stages}>
            <summary>{text.stages}</summary>
            <ol>
              {roadmap.stages.map(({ id, title }) => (
                <li key={id}>{title}</li>
              ))}
            </ol>
          </details>
        </>
      )}
      {query.hasNextPage && (
        <Button busy={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {mentoringText.showMore}
        </Button>
      )}
    </section>
  );
}

function Row({ row: { learner, stages }, roadmap }: { row: GlanceRow; roadmap: Roadmap }) {
  return (
    <tr>
      <th scope="row">
        <Link to={learnerPath({ learner, roadmap: roadmap.slug })}>{learner.name}</Link>
      </th>
      {stages === null ? (
        <td className={styles.quiet} colSpan={roadmap.stages.length}>
          {text.notShared}
        </td>
      ) : (
        roadmap.stages.map(({ id }) => {
          const count = stages[id] ?? { done: 0, required: 0 };
          return (
            <td key={id} className={classes(styles.cell, styles[`level${levelOf(count)}`])}>
              {text.cell(count.done, count.required)}
            </td>
          );
        })
      )}
    </tr>
  );
}

function Key() {
  return (
    <ul className={styles.key}>
      {text.key.map((words, level) => (
        <li key={words}>
          <span className={classes(styles.swatch, styles[`level${level as 0 | 1 | 2 | 3}`])} aria-hidden="true" />
          {words}
        </li>
      ))}
    </ul>
  );
}
