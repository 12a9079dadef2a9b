import { queryOptions } from '@tanstack/react-query';
import { call } from '../../api/call';

/** The one that every instance carries. */
export const builtIn = 'backend';

export const builtInRoadmap = queryOptions({
  queryKey: ['roadmap', builtIn],
  queryFn: () => call('readRoadmap', { params: { slug: builtIn } }),
});
