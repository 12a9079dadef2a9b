import { queryOptions } from '@tanstack/react-query';
import { call } from './call';

const staleTime = 5 * 60_000;

/** A roadmap as it is published: the same for everybody, and read once for all who want it. */
export const roadmapQuery = (slug: string) =>
  queryOptions({
    queryKey: ['roadmap', slug],
    queryFn: ({ signal }) => call('readRoadmap', { params: { slug }, signal }),
    staleTime,
  });
