import type { CohortNews } from '@waymark/contract';
import mongoose from 'mongoose';
import { askForJob } from '../../jobs/ask-for-job.js';
import { Cohort, type CohortRecord } from '../mentoring/cohorts.model.js';
import { Grant } from '../mentoring/grants.model.js';
import { aboutCohort } from './notifications.model.js';
import { tellMembers } from './tell-members.js';

export const cohortNewsKind = 'cohort-news';
/** A cohort may have thousands of learners: one transaction tells so many, and the next goes on after them. */
const toldAtOnce = 100;

interface News {
  kind: Extract<CohortNews, 'cohort-mentor' | 'cohort-archived'>;
  cohortId: string;
  /** Who came, or put it away. */
  actorId: string;
  /** After this learner, by id; empty: from the first. */
  after: string;
}

const ask = ({ kind, cohortId, actorId, after }: News, now: Date) =>
  askForJob({ kind: cohortNewsKind, about: [kind, cohortId, actorId, after].join(':'), dueAt: now });

/** Lets all learners of a cohort be told of something. */
export async function tellLearners(news: Omit<News, 'after'>, now: Date): Promise<void> {
  await ask({ ...news, after: '' }, now);
}

/** Tells the next of them, and lets those after them be told; nobody, once it is true no more. */
export async function tellNextLearners(about: string, now: Date): Promise<null> {
  const [kind, cohortId = '', actorId = '', after = ''] = about.split(':') as [News['kind'], string, string, string];
  const cohort = await Cohort.findOne({ _id: cohortId }).lean<CohortRecord>();
  const isMentor = cohort?.mentorIds.some((id) => String(id) === actorId);
  if (!cohort || (kind === 'cohort-mentor' ? !isMentor : !cohort.archivedAt)) return null;
  const found = await Grant.aggregate<{ _id: mongoose.Types.ObjectId; mentorIds: mongoose.Types.ObjectId[] }>([
    {
      $match: {
        cohortId: cohort._id,
        endedAt: null,
        ...(after && { learnerId: { $gt: new mongoose.Types.ObjectId(after) } }),
      },
    },
    { $group: { _id: '$learnerId', mentorIds: { $addToSet: '$mentorId' } } },
    { $sort: { _id: 1 } },
    { $limit: toldAtOnce },
  ]);
  // Who joined after a mentor came has met them.
  const isNew = ({ mentorIds }: (typeof found)[number]) => !mentorIds.some((id) => String(id) === actorId);
  const whom = kind === 'cohort-mentor' ? found.filter(isNew) : found;
  const told = { about: aboutCohort(cohort._id), learnerId: null, kind, actorId, at: now };
  await tellMembers(
    told,
    whom.map(({ _id }) => String(_id)),
  );
  const last = found.at(-1);
  if (last && found.length === toldAtOnce) await ask({ kind, cohortId, actorId, after: String(last._id) }, now);
  return null;
}
