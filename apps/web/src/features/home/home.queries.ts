import { useQuery } from '@tanstack/react-query';
import { call } from '../../api/call';

export function useRoadmapsHere() {
  return useQuery({ queryKey: ['roadmaps'], queryFn: ({ signal }) => call('listRoadmaps', { signal }) });
}

/** Every day of the last 26 weeks with something on it. */
export function useActiveDays() {
  return useQuery({
    queryKey: ['activity', 'days'],
    queryFn: ({ signal }) => call('listActivity', { query: { limit: 1 }, signal }),
    select: (activity) => activity.days,
  });
}

/** My open reviews, the longest wait first. */
export function useMyReviews() {
  return useQuery({
    queryKey: ['my-reviews'],
    queryFn: ({ signal }) => call('listMyReviews', { query: { limit: 100 }, signal }),
    select: (page) => page.items,
  });
}

/** The hundred last changed: enough for what waits and what is in hand. */
export function useMyProjects() {
  return useQuery({
    queryKey: ['projects', 'home'],
    queryFn: ({ signal }) => call('listProjects', { query: { limit: 100 }, signal }),
    select: (page) => page.items,
  });
}
