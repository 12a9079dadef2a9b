import { useQuery } from '@tanstack/react-query';
import type { Enrolment, Offer } from '@waymark/contract';
import { useMemo } from 'react';
import { call } from '../../api/call';
import { useEnrolments } from './progress.queries';

const none: readonly Offer[] = [];

/** What is open on one roadmap and done on another that I follow. Who follows one alone asks nobody. */
export function useOffers(slug: string, enrolment: Enrolment | null): readonly Offer[] {
  const cards = useEnrolments().data?.items ?? [];
  const { data } = useQuery({
    // Under its enrolment, so that whatever makes that stale makes this stale.
    queryKey: ['enrolment', slug, 'offers'],
    queryFn: ({ signal }) => call('listOffers', { params: { slug }, query: { limit: 100 }, signal }),
    enabled: cards.length > 1 && cards.some((card) => card.roadmap === slug),
    // What was done a moment ago on the other roadmap is offered here.
    refetchOnMount: 'always',
  });
  return useMemo(() => {
    // What was marked just now is offered no longer, before the server says so.
    const isOpen = ({ topicId }: Offer) => {
      const state = enrolment?.topics[topicId]?.state;
      return enrolment === null || state === 'not_started' || state === 'learning';
    };
    return data?.items.filter(isOpen) ?? none;
  }, [data, enrolment]);
}
