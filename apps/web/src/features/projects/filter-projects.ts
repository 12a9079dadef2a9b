import type { Build, MyProject, ReviewState, Visibility } from '@waymark/contract';

export const builds: readonly Build[] = ['building', 'finished', 'idea'];
export const visibilities: readonly Visibility[] = ['private', 'mentors', 'unlisted', 'public'];
export const reviewStates: readonly (ReviewState | 'none')[] = [
  'none',
  'requested',
  'in_review',
  'changes_requested',
  'approved',
  'commented',
  'withdrawn',
  'parked',
];

export interface Filters {
  build: Build | 'all';
  review: ReviewState | 'none' | 'all';
  visibility: Visibility | 'all';
  /** A slug, or `all`. */
  roadmap: string;
  /** `backend/http`, or nothing. */
  topic: string;
  words: string;
  isArchive: boolean;
}

function oneOf<T extends string>(known: readonly T[], given: string | null): T | 'all' {
  return known.find((each) => each === given) ?? 'all';
}

/** What an address asks for; what it cannot mean is `all`. */
export function filtersOf(search: URLSearchParams): Filters {
  const topic = search.get('topic') ?? '';
  return {
    build: oneOf(builds, search.get('build')),
    review: oneOf(reviewStates, search.get('review')),
    visibility: oneOf(visibilities, search.get('visibility')),
    roadmap: search.get('roadmap') ?? 'all',
    topic: /^[a-z0-9-]+\/[a-z0-9-]+$/.test(topic) ? topic : '',
    words: search.get('q') ?? '',
    isArchive: search.get('archive') === '1',
  };
}

const plain = (text: string) => text.toLocaleLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** Every word somewhere in what a card says of itself. */
function hasWords(project: MyProject, words: string): boolean {
  const text = plain([project.title, project.summary, project.repoUrl ?? '', ...project.stack].join(' '));
  return plain(words)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Those that the filters mean, but for how far they are built: that is counted beside each choice. */
export function filterProjects(projects: readonly MyProject[], filters: Filters): MyProject[] {
  const { review, visibility, roadmap, topic, words, isArchive } = filters;
  return projects.filter(
    (project) =>
      project.isArchived === isArchive &&
      (review === 'all' || (project.review ?? 'none') === review) &&
      (visibility === 'all' || project.visibility === visibility) &&
      (roadmap === 'all' || project.covers.some((cover) => cover.roadmap === roadmap)) &&
      (topic === '' || project.covers.some((cover) => `${cover.roadmap}/${cover.topicId}` === topic)) &&
      hasWords(project, words),
  );
}
