import type { projects } from '@waymark/contract';
import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { olderThan, page, readCursor } from '../../http/cursor.js';
import { reply } from '../../http/reply.js';
import type { Handlers } from '../../http/route.js';
import { reviewStates } from '../reviews/review-states.js';
import { changeProject, createProject, deleteProject, getProject } from './change-projects.js';
import { myProjectAnswer, projectAnswer } from './project-answer.js';
import { Project, type ProjectRecord } from './projects.model.js';

const inArchive = { all: {}, yes: { isArchived: true }, no: { isArchived: mongoose.trusted({ $ne: true }) } };

export function projectsHandlers(deps: Deps): Handlers<typeof projects> {
  return {
    async listProjects({ query, viewer }) {
      const [at, id] = (readCursor(query.cursor, ['time', 'id']) ?? []) as [number?, string?];
      const after = at !== undefined && id ? olderThan('updatedAt', at, id) : {};
      const wanted = { ...(query.build && { build: query.build }), ...inArchive[query.archived] };
      const found = await Project.find({ learnerId: viewer.id, ...wanted, ...after })
        .select({ writeUp: 0 })
        .sort({ updatedAt: -1, _id: -1 })
        .limit(query.limit + 1)
        .lean<ProjectRecord[]>();
      const { items, nextCursor } = page(found, query.limit, (each) => [each.updatedAt.getTime(), String(each._id)]);
      const states = await reviewStates(items.map(({ _id }) => _id));
      return { items: items.map((each) => myProjectAnswer(deps, each, states.get(String(each._id)))), nextCursor };
    },

    async createProject({ body, viewer, timeZone, now }) {
      const project = await createProject(deps, { learnerId: viewer.id, timeZone, now }, body);
      return reply(projectAnswer(project), { version: project.version });
    },

    async readProject({ params, viewer }) {
      const project = await getProject(params.id, viewer.id);
      return reply(projectAnswer(project), { version: project.version });
    },

    async changeProject({ params, body, viewer, ifMatch, timeZone, now }) {
      const actor = { learnerId: viewer.id, timeZone, now };
      const project = await changeProject(deps, actor, params.id, ifMatch, body);
      return reply(projectAnswer(project), { version: project.version });
    },

    async deleteProject({ params, viewer, ifMatch, timeZone, now }) {
      await deleteProject(deps, { learnerId: viewer.id, timeZone, now }, params.id, ifMatch);
      return undefined;
    },
  };
}
