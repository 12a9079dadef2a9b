import type { Build } from '@waymark/contract';
import { useEffect } from 'react';
import { Button, ButtonLink } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import layout from '../../ui/layout.module.css';
import { LoadFailed } from '../../ui/load-failed';
import { PageHead } from '../../ui/page-head';
import { Segmented } from '../../ui/segmented';
import { Skeleton } from '../../ui/skeleton';
import { useSearch } from '../../ui/use-search';
import { builds, filterProjects, filtersOf } from './filter-projects';
import { listText } from './list.text';
import { ProjectBoard } from './project-board';
import { ProjectFilters, type View } from './project-filters';
import { ProjectRow } from './project-row';
import styles from './projects.module.css';
import { useProjects, useTopicSources } from './projects.queries';
import { projectsText } from './projects.text';
import { keyOf } from './proof-outlook';
import { knownTopics } from './topic-list';

const text = projectsText;
export function ProjectsPage() {
  const [search, setSearch] = useSearch();
  const query = useProjects();
  const all = query.data?.pages.flatMap((page) => page.items) ?? [];
  const filters = filtersOf(search);
  const view: View = search.get('view') === 'board' ? 'board' : 'list';
  const projects = filterProjects(all, filters);
  const isAnything = all.some(({ isArchived }) => !isArchived) || filters.isArchive;
  // A filter looks through all of them, and the board shows all of them.
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  /** What is empty or `all` is left out of the address. */
  function set(changes: Record<string, string>) {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(changes)) {
      if (value === '' || value === 'all') next.delete(name);
      else next.set(name, value);
    }
    setSearch(next);
  }

  const coveredKeys = new Set(all.flatMap((project) => project.covers.map(keyOf)));
  const covered = all.flatMap((project) => project.covers.map((cover) => cover.roadmap));
  const sources = useTopicSources([...new Set(covered)]);
  const [first] = sources.roadmaps;
  const topics = knownTopics(sources.roadmaps, sources.topics);
  const shown = filters.build;
  const count = (build: Build | 'all') => {
    const found = projects.filter((project) => build === 'all' || project.build === build);
    return text.count(found.length, query.hasNextPage);
  };
  const groups = builds
    .filter((build) => shown === 'all' || shown === build)
    .map((build) => ({ build, items: projects.filter((project) => project.build === build) }))
    .filter(({ items }) => shown !== 'all' || items.length > 0);

  return (
    <div className={layout.wrap}>
      <PageHead title={text.title}>
        <ButtonLink to="/projects/matrix">{listText.matrix}</ButtonLink>
        <ButtonLink to="/projects/new" variant="main">
          {text.newProject}
        </ButtonLink>
      </PageHead>
      <p className={styles.lead}>{text.lead}</p>
      {query.isPending && <Skeleton lines={4} height={88} />}
      {query.isError && <LoadFailed title={text.loadFailed} error={query.error} onRetry={() => query.refetch()} />}
      {query.isSuccess && !isAnything && (
        <EmptyState
          title={text.emptyTitle}
          action={
            <ButtonLink to={first ? `/roadmaps/${first.slug}/briefs` : '/roadmaps'}>{text.fromBriefs}</ButtonLink>
          }
        >
          <p>{text.empty}</p>
        </EmptyState>
      )}
      {isAnything && (
        <div className={styles.page}>
          <ProjectFilters
            filters={filters}
            view={view}
            roadmaps={sources.roadmaps}
            topics={topics.filter(({ key }) => coveredKeys.has(key))}
            set={set}
          />
          {projects.length === 0 && (
            <EmptyState
              title={listText.nothingFound}
              action={<Button onClick={() => setSearch(new URLSearchParams())}>{listText.clear}</Button>}
            >
              <p>{filters.isArchive ? listText.emptyArchive : listText.nothingFoundHint}</p>
            </EmptyState>
          )}
          {projects.length > 0 && view === 'board' && <ProjectBoard projects={projects} />}
          {projects.length > 0 && view === 'list' && (
            <>
              <Segmented
                label={text.filter}
                value={shown}
                onChange={(build) => set({ build })}
                options={[
                  { value: 'all', label: `${text.all} ${count('all')}` },
                  ...builds.map((value) => ({ value, label: `${text.groups[value]} ${count(value)}` })),
                ]}
              />
              {groups.map(({ build, items }) => (
                <section key={build} aria-labelledby={`group-${build}`}>
                  <h2 id={`group-${build}`}>
                    {text.groups[build]} <small>{count(build)}</small>
                  </h2>
                  {items.length === 0 && <p className={styles.none}>{text.emptyGroup[build]}</p>}
                  <ul className={styles.rows}>
                    {items.map((project) => (
                      <ProjectRow key={project.id} project={project} topics={topics} />
                    ))}
                  </ul>
                </section>
              ))}
            </>
          )}
        </div>
      )}
    </div>
  );
}
