import { emptyRows, isOnTheWay, proposeBrief } from '@waymark/contract/rules';
import { useEffect } from 'react';
import { ButtonLink } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { SelectField } from '../../ui/fields';
import layout from '../../ui/layout.module.css';
import { LoadFailed } from '../../ui/load-failed';
import { Mark } from '../../ui/mark';
import { PageHead } from '../../ui/page-head';
import { Segmented } from '../../ui/segmented';
import { Skeleton } from '../../ui/skeleton';
import { useSearch } from '../../ui/use-search';
import styles from './matrix.module.css';
import { matrixText as text } from './matrix.text';
import { MatrixProposal } from './matrix-proposal';
import { MatrixTable } from './matrix-table';
import { useProjects, useWay } from './projects.queries';

function Legend() {
  return (
    <ul className={styles.legend} aria-label={text.legend}>
      <li>
        <Mark kind="learned" label={null} size={18} /> {text.learned}
      </li>
      <li>
        <Mark kind="shown" label={null} size={18} /> {text.cells.shown}
      </li>
      <li>
        <Mark kind="confirmed" label={null} size={18} /> {text.cells.confirmed}
      </li>
      <li>
        <Mark kind="not_started" label={null} size={18} /> {text.cells.covers}
      </li>
    </ul>
  );
}

/** Which topic is used where; what is used nowhere is what to build next. */
export function MatrixPage() {
  const [search, setSearch] = useSearch();
  const query = useProjects();
  const { followed, roadmap, way, followsNothing, error } = useWay(search.get('roadmap'));
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const projects = query.data?.pages.flatMap((page) => page.items) ?? [];
  const failure = error ?? query.error;
  const head = (
    <PageHead title={text.title}>
      <ButtonLink to="/projects">{text.toProjects}</ButtonLink>
    </PageHead>
  );

  if (followsNothing || failure || !roadmap || !way || query.isPending) {
    return (
      <div className={layout.wrap}>
        {head}
        {followsNothing ? (
          <EmptyState title={text.followsNothing} action={<ButtonLink to="/roadmaps">{text.toRoadmaps}</ButtonLink>}>
            <p>{text.followsNothingHint}</p>
          </EmptyState>
        ) : failure ? (
          <LoadFailed title={text.failed} error={failure} onRetry={() => window.location.reload()} />
        ) : (
          <Skeleton lines={8} height={36} />
        )}
      </div>
    );
  }

  const empty = emptyRows(roadmap, way, projects);
  const onTheWay = roadmap.topics.filter(({ id }) => isOnTheWay(roadmap, way.choices, id)).map(({ id }) => id);
  const isEmptyOnly = search.get('rows') === 'empty';
  const columns = projects.filter(
    ({ isArchived, covers, skills }) =>
      !isArchived &&
      (covers.some((cover) => cover.roadmap === roadmap.slug) ||
        roadmap.topics.some(({ skill }) => skills.includes(skill))),
  );
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    if (value === 'all') next.delete(name);
    else next.set(name, value);
    setSearch(next);
  };

  return (
    <div className={layout.wrap}>
      {head}
      <div className={styles.page}>
        <p>{text.lead}</p>
        <MatrixProposal roadmap={roadmap} proposed={proposeBrief(roadmap, way, projects)} empty={empty.length} />
        <div className={styles.tools}>
          {followed.length > 1 && (
            <SelectField
              label={text.roadmap}
              value={roadmap.slug}
              onChange={(slug) => set('roadmap', slug)}
              options={followed.map(({ slug, title }) => ({ value: slug, label: title }))}
            />
          )}
          <Segmented
            label={text.rows}
            value={isEmptyOnly ? 'empty' : 'all'}
            onChange={(value) => set('rows', value)}
            options={[
              { value: 'all', label: text.all(onTheWay.length) },
              { value: 'empty', label: text.empty(empty.length) },
            ]}
          />
        </div>
        <Legend />
        {columns.length === 0 && <p>{text.noProjects}</p>}
        <MatrixTable roadmap={roadmap} way={way} projects={columns} rows={isEmptyOnly ? empty : onTheWay} />
      </div>
    </div>
  );
}
