import { randomBytes } from 'node:crypto';
import type { ProjectPageSettings, projectPages } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import { reply } from '../../http/reply.js';
import type { Handlers } from '../../http/route.js';
import { getProject } from '../projects/change-projects.js';
import { createVisitLimit } from '../public-pages/limit-visits.js';
import { ProjectPage, type ProjectPageRecord } from './project-pages.model.js';
import { findShownProject, writeProjectPage } from './write-project-page.js';

const settingsOf = (page: ProjectPageRecord | null): ProjectPageSettings => ({
  key: page?.key ?? null,
  isNamed: page?.isNamed ?? false,
});

export function projectPagesHandlers(deps: Deps): Handlers<typeof projectPages> {
  const visits = createVisitLimit(deps);

  return {
    async readProjectPageSettings({ params, viewer }) {
      const { _id } = await getProject(params.id, viewer.id);
      return settingsOf(await ProjectPage.findOne({ _id }).lean<ProjectPageRecord>());
    },

    async changeProjectPage({ params, body, viewer }) {
      const { _id, learnerId } = await getProject(params.id, viewer.id);
      const key = randomBytes(16).toString('base64url');
      const { isNamed, newAddress } = body;
      const page = await ProjectPage.findOneAndUpdate(
        { _id },
        newAddress
          ? { $set: { isNamed, key }, $setOnInsert: { learnerId } }
          : { $set: { isNamed }, $setOnInsert: { learnerId, key } },
        { upsert: true, returnDocument: 'after' },
      ).lean<ProjectPageRecord>();
      return settingsOf(page);
    },

    async readProjectPage({ params, client, now }) {
      await visits.take(client.address);
      const shown = await findShownProject(params.key);
      if (!shown) throw new Problem('not-found');
      // Asked about each time: what was taken back is gone with the next request.
      return reply(await writeProjectPage(deps, shown, now), { headers: { 'Cache-Control': 'private, no-cache' } });
    },
  };
}
