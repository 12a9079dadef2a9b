import { createHash } from 'node:crypto';
import { type BadgeContent, drawBadge, type publicPages } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import { reply } from '../../http/reply.js';
import type { Handlers } from '../../http/route.js';
import { whole } from '../../http/stream.js';
import { getAccount } from '../accounts/account-answer.js';
import { findPublished, type Published } from './find-published.js';
import { createVisitLimit } from './limit-visits.js';
import { changePublicPage, readPublicPageSettings, refuseOthersWork } from './public-page-settings.js';
import { findChosenWays, writePublicPage } from './write-public-page.js';

/** By what it says, so that whatever changes it is a new version. */
function tagOf(content: string): string {
  return `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
}

/** A picture for pages of other sites, which may show it and nothing more. */
const embedded = {
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Cache-Control': 'public, max-age=300',
};

/** `null` where nothing is public, or not this roadmap. */
async function badgeOf(
  deps: Deps,
  published: Published | undefined,
  asked: string | undefined,
): Promise<BadgeContent | null> {
  const chosen = published?.choices.sections.roadmaps ?? [];
  const slugs = asked === undefined ? chosen : chosen.filter((slug) => slug === asked);
  const [way] = published ? await findChosenWays(deps, published.learner.id, slugs) : [];
  if (!published || !way) return null;
  return { name: published.learner.name, roadmap: way.roadmap.title, counts: way.record.summary };
}

export function publicPagesHandlers(deps: Deps): Handlers<typeof publicPages> {
  const visits = createVisitLimit(deps);

  return {
    async readPublicPageSettings({ viewer }) {
      const settings = await readPublicPageSettings(viewer.id);
      return reply(settings, { version: settings.version });
    },

    async changePublicPage({ body, viewer, ifMatch }) {
      const settings = await changePublicPage(deps, viewer.id, ifMatch, body);
      return reply(settings, { version: settings.version });
    },

    async previewPublicPage({ body, viewer, now }) {
      const { name, handle } = await getAccount(viewer.id);
      await refuseOthersWork(deps, viewer.id, body);
      return writePublicPage(deps, { learner: { id: viewer.id, name, handle }, choices: body }, now);
    },

    async readPublicPage({ params, client, now }) {
      await visits.take(client.address);
      const published = await findPublished(params.handle);
      if (!published) throw new Problem('not-found');
      const page = await writePublicPage(deps, published, now);
      // Asked about each time: what was taken back is gone with the next request.
      const headers = { ETag: tagOf(JSON.stringify(page)), 'Cache-Control': 'public, no-cache' };
      return reply(page, { headers });
    },

    // Always a picture: a README would show a broken one, and could tell a page that was taken back from none.
    async readBadge({ params, query, client }) {
      await visits.take(client.address);
      const picture = drawBadge(await badgeOf(deps, await findPublished(params.handle), query.roadmap), query.theme);
      return reply(whole(picture), { headers: { ...embedded, ETag: tagOf(picture) } });
    },
  };
}
