import type { cohorts } from '@waymark/contract';
import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { page, readCursor } from '../../http/cursor.js';
import { createLimiter } from '../../http/limits.js';
import { Problem } from '../../http/problem.js';
import type { Handlers } from '../../http/route.js';
import { learnerDay } from '../progress/learner-day.js';
import { getCohortByCode, newCode, setCode } from './cohort-codes.js';
import { Cohort, type CohortRecord } from './cohorts.model.js';
import { Grant, notEnded } from './grants.model.js';
import { joinCohort } from './join-cohort.js';
import { cohortAnswer, cohortAnswers } from './mentoring-answers.js';

const dayMs = 86_400_000;
const firstCodeDays = 90;

/** A cohort that the viewer mentors, or learns in by a grant that they have not ended. */
async function getCohort(id: string, viewerId: string): Promise<CohortRecord> {
  const cohort = await Cohort.findOne({ _id: id }).lean<CohortRecord>();
  const isMentor = cohort?.mentorIds.some((mentorId) => String(mentorId) === viewerId);
  const isIn = cohort && (isMentor || (await Grant.exists({ cohortId: cohort._id, learnerId: viewerId, ...notEnded })));
  if (!cohort || !isIn) throw new Problem('not-found');
  return cohort;
}

export function cohortsHandlers(deps: Deps): Handlers<typeof cohorts> {
  const codeTries = createLimiter(deps, 'join-code', 30, 600);

  return {
    async listCohorts({ query, viewer }) {
      const viewerId = new mongoose.Types.ObjectId(viewer.id);
      const joined = await Grant.distinct('cohortId', { learnerId: viewerId, ...notEnded });
      const [id] = (readCursor(query.cursor, ['id']) ?? []) as [string?];
      const after = id ? { _id: mongoose.trusted({ $lt: new mongoose.Types.ObjectId(id) }) } : {};
      const found = await Cohort.find({
        $and: [{ $or: [{ mentorIds: viewerId }, { _id: mongoose.trusted({ $in: joined }) }] }, after],
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
        },
      ]);
      if (!cohort) throw new Error('the cohort was not created');
      return cohortAnswer(cohort.toObject() as CohortRecord, viewer.id);
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
      return cohortAnswer(await getCohort(params.id, viewer.id), viewer.id);
    },

    async renewCohortCode({ params, body, viewer, now }) {
      const expiresAt = body.expiresInDays === null ? null : new Date(now.getTime() + body.expiresInDays * dayMs);
      return cohortAnswer(await setCode(params.id, viewer.id, { value: newCode(), expiresAt }), viewer.id);
    },

    async revokeCohortCode({ params, viewer }) {
      await setCode(params.id, viewer.id, null);
      return undefined;
    },
  };
}
