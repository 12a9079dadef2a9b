import type { Cohort } from '@waymark/contract';
import { Button } from '../../ui/button';
import { LoadFailed } from '../../ui/load-failed';
import { Skeleton } from '../../ui/skeleton';
import { useSearch } from '../../ui/use-search';
import styles from './mentoring.module.css';
import { useRoster } from './mentoring.queries';
import { mentoringText } from './mentoring.text';
import { Roster } from './roster';
import { rosterText } from './roster.text';
import { filterOf } from './roster-filter';
import { RosterTools } from './roster-tools';
import { useColumns } from './use-columns';

const text = rosterText;

interface Props {
  /** To choose from. */
  cohorts: readonly Cohort[];
  /** This cohort's learners and no others. */
  only?: string;
  title?: string;
}

export function MyLearners({ cohorts, only, title = text.title }: Props) {
  const [search, setSearch] = useSearch();
  const [chosen, choose] = useColumns();
  const filter = { ...filterOf(search), ...(only && { cohort: only }) };
  const query = useRoster(filter);
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const isFiltered = filter.q !== undefined || filter.attention !== undefined;

  function set(name: string, value: string) {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    setSearch(next);
  }

  return (
    <section className={styles.section} aria-labelledby="my-learners">
      <h2 id="my-learners">{title}</h2>
      <RosterTools {...{ search, filter, cohorts, set, chosen, choose }} />
      {query.isPending && <Skeleton lines={4} height={40} />}
      {query.isError && <LoadFailed title={text.loadFailed} error={query.error} onRetry={() => query.refetch()} />}
      {query.isSuccess && rows.length === 0 && (
        <p className={styles.quiet}>
          {isFiltered ? text.noneFound : text.none}{' '}
          {isFiltered && (
            <Button variant="quiet" onClick={() => setSearch(new URLSearchParams())}>
              {text.clear}
            </Button>
          )}
        </p>
      )}
      {rows.length > 0 && <Roster rows={rows} columns={chosen} />}
      {query.hasNextPage && (
        <Button busy={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {mentoringText.showMore}
        </Button>
      )}
    </section>
  );
}
