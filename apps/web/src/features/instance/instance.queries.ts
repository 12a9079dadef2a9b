import { queryOptions } from '@tanstack/react-query';
import { call } from '../../api/call';

/** The one that strangers are shown a piece of. */
const builtIn = 'backend';

export const builtInRoadmap = queryOptions({
  queryKey: ['roadmap', builtIn],
  queryFn: () => call('readRoadmap', { params: { slug: builtIn } }),
});
