import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Roadmap } from '@waymark/contract';
import { useMemo } from 'react';
import { call } from '../api/call';
import { useSession } from '../api/session';
import { chooseTheme } from '../ui/theme';
import { useKeyList } from '../ui/use-key-list';
import { type FindIndex, indexPlaces } from './find-index';
import { keyName } from './key-name';
import { pagesFor, placesOf, placesOfKeys, placesOfNotes, placesOfProjects, placesOfThemes } from './places';
import { readNotes } from './read-notes';

/** Keys that are nothing by themselves: they need a place on the page, or close what is open. */
const moves = new Set(['Arrows', 'Enter', 'Escape', 'mod+k', '?']);
const isAct = ({ key }: { key: string }) => !moves.has(key) && !key.startsWith('Arrow');

/** One function for all times, so that what it gives is the same while nothing was loaded. */
const loaded = (queries: readonly { data: Roadmap | undefined }[]) => queries.flatMap(({ data }) => data ?? []);

/**
 * Everything that can be found: pages, acts, projects, notes, and what is in the roadmaps that one follows or has opened. The
 * index is made when what it is made of changes, not when something is typed.
 */
export function useFindIndex(): FindIndex {
  const { status, account } = useSession();
  const isMember = status === 'member';
  const cache = useQueryClient();
  const enrolments = useQuery({
    queryKey: ['enrolments'],
    queryFn: ({ signal }) => call('listEnrolments', { signal }),
    enabled: isMember,
  });
  const opened = cache.getQueriesData<Roadmap>({ queryKey: ['roadmap'] }).map(([key]) => String(key[1]));
  const slugs = [...new Set([...(enrolments.data?.items.map((each) => each.roadmap) ?? []), ...opened])];
  const roadmaps = useQueries({
    queries: slugs.map((slug) => ({
      queryKey: ['roadmap', slug],
      queryFn: () => call('readRoadmap', { params: { slug } }),
      staleTime: Number.POSITIVE_INFINITY,
    })),
    combine: loaded,
  });
  const projects = useQuery({
    queryKey: ['projects', 'find'],
    queryFn: ({ signal }) => call('listProjects', { query: { limit: 100 }, signal }),
    enabled: isMember,
  });
  const notes = useQuery({
    queryKey: ['notes', 'find'],
    queryFn: ({ signal }) => readNotes(signal),
    enabled: isMember,
  }).data;
  const keys = useKeyList();
  const isOwner = account?.role === 'owner';
  const mine = projects.data;
  return useMemo(() => {
    const heard = keys.flatMap((group) => group.keys).filter(isAct);
    return indexPlaces([
      ...pagesFor({ isMember, isOwner }),
      ...placesOfKeys(heard.map(({ key, ...act }) => ({ key: keyName(key), ...act }))),
      ...placesOfThemes(chooseTheme),
      ...(mine ? placesOfProjects(mine) : []),
      ...(notes ? placesOfNotes(notes) : []),
      ...roadmaps.flatMap(placesOf),
    ]);
  }, [isMember, isOwner, keys, mine, notes, roadmaps]);
}
