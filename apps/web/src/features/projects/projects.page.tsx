import type { Build } from '@waymark/contract';
import { useSearchParams } from 'react-router';
import { sentenceFor } from '../../api/problem';
import { Button, ButtonLink } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import layout from '../../ui/layout.module.css';
import { Notice } from '../../ui/notice';
import { PageHead } from '../../ui/page-head';
import { Segmented } from '../../ui/segmented';
import { Skeleton } from '../../ui/skeleton';
import { ProjectRow } from './project-row';
import styles from './projects.module.css';
import { useProjects, useTopicSources } from './projects.queries';
import { projectsText } from './projects.text';
import { knownTopics } from './topic-list';

const text = projectsText;
const builds: Build[] = ['building', 'finished', 'idea'];

function shownBuild(param: string | null): Build | 'all' {
  return builds.find((build) => build === param) ?? 'all';
}

export function ProjectsPage() {
  const [search, setSearch] = useSearchParams();
  const query = useProjects();
  const projects = query.data?.pages.flatMap((page) => page.items) ?? [];
  const covered = projects.flatMap((project) => project.covers.map((cover) => cover.roadmap));
  const sources = useTopicSources([...new Set(covered)]);
  const [first] = sources.roadmaps;
  const topics = knownTopics(sources.roadmaps, sources.topics);
  const shown = shownBuild(search.get('build'));
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
        <ButtonLink to="/projects/new" variant="main">
          {text.newProject}
        </ButtonLink>
      </PageHead>
      <p className={styles.lead}>{text.lead}</p>
      {query.isPending && <Skeleton lines={4} height={88} />}
      {query.isError && (
        <Notice
          tone="alarm"
          title={text.loadFailed}
          action={<Button onClick={() => query.refetch()}>{text.retry}</Button>}
        >
          {sentenceFor(query.error)}
        </Notice>
      )}
      {query.isSuccess && projects.length === 0 && (
        <EmptyState
          title={text.emptyTitle}
          action={
            <ButtonLink to={first ? `/roadmaps/${first.slug}/briefs` : '/roadmaps'}>{text.fromBriefs}</ButtonLink>
          }
        >
          <p>{text.empty}</p>
        </EmptyState>
      )}
      {projects.length > 0 && (
        <div className={styles.page}>
          <Segmented
            label={text.filter}
            value={shown}
            onChange={(build) => setSearch(build === 'all' ? {} : { build }, { replace: true })}
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
          {query.hasNextPage && (
            <Button busy={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
              {text.showMore}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
