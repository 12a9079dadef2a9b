import { graceUntil, type LinkHealth, type links } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { createLimiter } from '../../http/limits.js';
import type { Handlers } from '../../http/route.js';
import { getProject } from '../projects/change-projects.js';
import type { ProjectRecord } from '../projects/projects.model.js';
import { askForLinks } from './ask-for-links.js';
import { type FoundLink, type LinksRecord, ProjectLinks } from './links.model.js';

/** What is known of an address; nothing, where something was found at another one before. */
function healthOf(kind: LinkHealth['kind'], url: string | null, found: FoundLink | null | undefined): LinkHealth[] {
  if (url === null) return [];
  const known = found?.url === url ? found : null;
  return [
    {
      kind,
      url,
      state: known?.state ?? null,
      checkedAt: known?.checkedAt.toISOString() ?? null,
      deadSince: known?.deadSince?.toISOString() ?? null,
      graceUntil: graceUntil(known)?.toISOString() ?? null,
    },
  ];
}

async function linksAnswer({ _id, repoUrl, demoUrl }: ProjectRecord) {
  const found = await ProjectLinks.findOne({ _id }).lean<LinksRecord>();
  const items = [...healthOf('repo', repoUrl, found?.repo), ...healthOf('demo', demoUrl, found?.demo)];
  return { items, isChecking: found?.isAsked ?? false };
}

export function linksHandlers(deps: Deps): Handlers<typeof links> {
  const tries = createLimiter(deps, 'check-links', 30, 3600);
  return {
    async readLinks({ params, viewer }) {
      return linksAnswer(await getProject(params.id, viewer.id));
    },

    async checkLinks({ params, viewer, now }) {
      const project = await getProject(params.id, viewer.id);
      await tries.take(viewer.id);
      await askForLinks(project, now);
      return linksAnswer(project);
    },
  };
}
