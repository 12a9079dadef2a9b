import type { Deps } from '../../deps.js';
import type { Said } from '../../http/page-head.js';
import { findPublished } from './find-published.js';
import { findChosenWays } from './write-public-page.js';

/** The same for nobody and for somebody who shows nothing. */
const missing: Said = {
  title: 'Nothing is shown here',
  description: 'There is no public page at this address.',
  kind: 'website',
  isListed: false,
  isMissing: true,
};

/** What a link to `/u/:handle` shows of its page: nothing that the page itself does not. */
export async function readPublicPageHead(deps: Pick<Deps, 'roadmaps'>, handle: string): Promise<Said> {
  const published = await findPublished(handle);
  if (!published) return missing;
  const { learner, choices } = published;
  const ways = await findChosenWays(deps, learner.id, choices.sections.roadmaps);
  const sentences = ways.map(({ roadmap, record: { summary } }) => {
    const { done, required, shown, confirmed } = summary;
    return `${roadmap.title}: ${done} of ${required} done, ${shown} shown, ${confirmed} confirmed.`;
  });
  const description = [choices.about, ...sentences].filter(Boolean).join(' ') || `What ${learner.name} shows.`;
  return { title: learner.name, description, kind: 'profile', isListed: true };
}
