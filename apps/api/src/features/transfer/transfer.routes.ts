import type { ImportAnswer, ImportBody, transfer } from '@waymark/contract';
import type { z } from 'zod';
import type { Deps } from '../../deps.js';
import { reply } from '../../http/reply.js';
import type { Handlers } from '../../http/route.js';
import { exportActivity } from './export-activity.js';
import { exportMarkdown } from './export-markdown.js';
import { exportTime } from './export-time.js';
import { answerOf, type Planned } from './part.js';
import { partOf } from './parts.js';

type Body = z.output<typeof ImportBody>;

const asFile = (name: string) => ({
  headers: { 'Content-Disposition': `attachment; filename="${name}"`, 'Content-Language': 'en' },
});

export function transferHandlers(deps: Deps): Handlers<typeof transfer> {
  const plan = (learnerId: string, { part, items, keep }: Body, now: Date, isPreview: boolean): Promise<Planned> =>
    partOf(part).plan({ deps, learnerId, now, keep, isPreview }, items);
  const answer = (part: Body['part'], { findings }: Planned): ImportAnswer => ({ part, ...answerOf(findings) });

  return {
    async exportMarkdown({ viewer, now }) {
      return reply(exportMarkdown(deps, viewer.id, now), asFile('waymark.md'));
    },

    async exportActivity({ viewer }) {
      return reply(exportActivity(deps, viewer.id), asFile('waymark-activity.csv'));
    },

    async exportTime({ viewer }) {
      return reply(exportTime(deps, viewer.id), asFile('waymark-time.csv'));
    },

    async previewImport({ body, viewer, now }) {
      return answer(body.part, await plan(viewer.id, body, now, true));
    },

    async importPart({ body, viewer, now }) {
      const planned = await plan(viewer.id, body, now, false);
      await planned.apply();
      return answer(body.part, planned);
    },
  };
}
