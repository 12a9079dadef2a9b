import { useSearchParams } from 'react-router';

/** The topic of a learner's way that is open, as the address has it. */
export interface TopicAddress {
  openId: string | null;
  /** The address with this one open, or with none. */
  toTopic: (id: string | null) => string;
}

export function useTopicAddress(slug: string, aliases: Record<string, string> = {}): TopicAddress {
  const [search] = useSearchParams();
  const asked = search.get('topic');
  return {
    openId: asked && (aliases[asked] ?? asked),
    toTopic(id) {
      const next = new URLSearchParams(search);
      next.set('roadmap', slug);
      if (id === null) next.delete('topic');
      else next.set('topic', id);
      return `?${next}`;
    },
  };
}
