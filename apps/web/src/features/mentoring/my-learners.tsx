import type { Cohort } from '@waymark/contract';
import { Button } from '../../ui/button';
import { SelectField } from '../../ui/fields';
import { LoadFailed } from '../../ui/load-failed';
import { Skeleton } from '../../ui/skeleton';
import { useSearch } from '../../ui/use-search';
import styles from './mentoring.module.css';
import { type RosterSort, useRoster } from './mentoring.queries';
import { mentoringText } from './mentoring.text';
import { Roster } from './roster';

const text = mentoringText.roster;
const sorts = Object.entries(text.sorts).map(([value, label]) => ({ value: value as RosterSort, label }));

function shownSort(param: string | null): RosterSort {
  return sorts.find(({ value }) => value === param)?.value ?? 'attention';
}

interface Props {
  /** To choose from. */
  cohorts: readonly Cohort[];
  /** This cohort's learners and no others. */
  only?: string;
  title?: string;
}

export function MyLearners({ cohorts, only, title = text.title }: Props) {
  const [search, setSearch] = useSearch();
  const sort = shownSort(search.get('sort'));
  const cohort = search.get('cohort') ?? '';
  const query = useRoster(sort, only ?? (cohort || null));
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];

  function set(name: 'sort' | 'cohort', value: string) {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    setSearch(next);
  }

  return (
    <section className={styles.section} aria-labelledby="my-learners">
      <div className={styles.head}>
        <h2 id="my-learners">{title}</h2>
        <div className={styles.filters}>
          {cohorts.length > 1 && (
            <SelectField
              label={text.cohort}
              value={cohort}
              onChange={(value) => set('cohort', value)}
              options={[
                { value: '', label: text.allCohorts },
                ...cohorts.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          )}
          <SelectField label={text.sort} value={sort} onChange={(value) => set('sort', value)} options={sorts} />
        </div>
      </div>
      {query.isPending && <Skeleton lines={4} height={40} />}
      {query.isError && <LoadFailed title={text.loadFailed} error={query.error} onRetry={() => query.refetch()} />}
      {query.isSuccess && rows.length === 0 && <p className={styles.quiet}>{text.none}</p>}
      {rows.length > 0 && <Roster rows={rows} withCohort={cohorts.length > 1 && cohort === ''} />}
      {query.hasNextPage && (
        <Button busy={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {mentoringText.showMore}
        </Button>
      )}
    </section>
  );
}
