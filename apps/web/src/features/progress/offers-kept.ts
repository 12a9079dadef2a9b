import type { Offer } from '@waymark/contract';

const key = (slug: string) => `waymark:offers-later:${slug}`;

/** The topics of which "not now" was said on this device. */
export function readLater(slug: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key(slug)) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

export function keepLater(slug: string, offers: readonly Offer[]): void {
  try {
    localStorage.setItem(key(slug), JSON.stringify(offers.map(({ topicId }) => topicId)));
  } catch {
    // It holds for this page then.
  }
}

/** Something is offered that was not there when "not now" was said. */
export function isNews(offers: readonly Offer[], later: readonly string[]): boolean {
  return offers.some(({ topicId }) => !later.includes(topicId));
}
