import type { cohorts } from '@waymark/contract';
import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { page, readCursor } from '../../http/cursor.js';
import { createLimiter } from '../../http/limits.js';
import { Problem } from '../../http/problem.js';
import { reply } from '../../http/reply.js';
import type { Handlers } from '../../http/route.js';
import { learnerDay } from '../progress/learner-day.js';
import { changeCohort } from './change-cohort.js';
import { getCohortByCode, newCode, setCode } from './cohort-codes.js';
import { changeListing, leaveCohort, listNames } from './cohort-places.js';
import { Cohort, type CohortRecord } from './cohorts.model.js';
import { findJoined, getCohort } from './get-cohort.js';
import { joinCohort } from './join-cohort.js';
import { cohortAnswer, cohortAnswers } from './mentoring-answers.js';

const dayMs = 86_400_000;
const firstCodeDays = 90;

const inArchive = { all: {}, yes: { archivedAt: mongoose.trusted({ $ne: null }) }, no: { archivedAt: null } };

async function answer(cohort: CohortRecord, viewerId: string) {
  const body = await cohortAnswer(cohort, viewerId);
  return reply(body, { version: body.version });
}

export function cohortsHandlers(deps: Deps): Handlers<typeof cohorts> {
  const codeTries = createLimiter(deps, 'join-code', 30, 600);

  return {
    async listCohorts({ query, viewer }) {
      const viewerId = new mongoose.Types.ObjectId(viewer.id);
      const joined = await findJoined(viewerId);
      const [id] = (readCursor(query.cursor, ['id']) ?? []) as [string?];
      const after = id ? { _id: mongoose.trusted({ $lt: new mongoose.Types.ObjectId(id) }) } : {};
      const found = await Cohort.find({
        $and: [
          { $or: [{ mentorIds: viewerId }, { _id: mongoose.trusted({ $in: joined }) }] },
          inArchive[query.archived],
          after,
        ],
      })
        .sort({ _id: -1 })
        .limit(query.limit + 1)
        .lean<CohortRecord[]>();
      const { items, nextCursor } = page(found, query.limit, (cohort) => [String(cohort._id)]);
      return { items: await cohortAnswers(items, viewer.id), nextCursor };
    },

    async createCohort({ body, viewer, now }) {
      if (!deps.roadmaps.has(body.roadmap)) {
        throw new Problem('invalid', { errors: [{ path: 'roadmap', message: 'There is no such roadmap' }] });
      }
      const [cohort] = await Cohort.create([
        {
          ...body,
          mentorIds: [viewer.id],
          code: newCode(),
          codeExpiresAt: new Date(now.getTime() + firstCodeDays * dayMs),
          createdAt: now,
          version: 1,
        },
      ]);
      if (!cohort) throw new Error('the cohort was not created');
      return answer(cohort.toObject() as CohortRecord, viewer.id);
    },

    async previewCohort({ body, viewer, now }) {
      await codeTries.take(viewer.id);
      const { name, roadmap, mentors } = await cohortAnswer(await getCohortByCode(body.code, now), viewer.id);
      return { name, roadmap, mentors };
    },

    async joinCohort({ body, viewer, timeZone, now }) {
      await codeTries.take(viewer.id);
      const today = await learnerDay(timeZone, viewer.id, now);
      const cohort = await joinCohort(deps, { learnerId: viewer.id, ...body, today, now });
      return cohortAnswer(cohort, viewer.id);
    },

    async readCohort({ params, viewer }) {
      return answer(await getCohort(params.id, viewer.id), viewer.id);
    },

    async changeCohort({ params, body, viewer, ifMatch, now }) {
      const act = { id: params.id, mentorId: viewer.id, ifMatch, changes: body, now };
      return answer(await changeCohort(act), viewer.id);
    },

    async leaveCohort({ params, viewer, now }) {
      await leaveCohort(params.id, viewer.id, now);
      return undefined;
    },

    async changeListing({ params, body, viewer }) {
      await changeListing(params.id, viewer.id, body.isListed);
      return undefined;
    },

    async listCohortNames({ params, query, viewer }) {
      return listNames(params.id, viewer.id, query);
    },

    async renewCohortCode({ params, body, viewer, now }) {
      const expiresAt = body.expiresInDays === null ? null : new Date(now.getTime() + body.expiresInDays * dayMs);
      const code = { value: newCode(), expiresAt, uses: body.uses };
      return answer(await setCode(params.id, viewer.id, code), viewer.id);
    },

    async revokeCohortCode({ params, viewer }) {
      await setCode(params.id, viewer.id, null);
      return undefined;
    },
  };
}
