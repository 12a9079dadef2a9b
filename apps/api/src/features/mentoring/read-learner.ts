import { addDays, type Consent, type LearnerDashboard, mentorSeesProject } from '@waymark/contract';
import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import { findPeople } from '../accounts/find-people.js';
import { listActivity } from '../activity/list-activity.js';
import { Enrolment, type EnrolmentRecord } from '../progress/progress.model.js';
import { enrolmentAnswer } from '../progress/way-of.js';
import { projectCardAnswer } from '../projects/project-answer.js';
import { Project, type ProjectRecord } from '../projects/projects.model.js';
import { getRoadmap } from '../roadmaps/get-roadmap.js';
import { getView, type View } from './get-view.js';
import { Grant } from './grants.model.js';
import { findCohortNames } from './mentoring-answers.js';
import { rosterEntry } from './roster-entry.js';
import { told } from './told-now.js';

const activityDays = 26 * 7;
const recentActs = 30;
const mostProjects = 100;
const visitMs = 3_600_000;

/** A learner's dashboard as far as a live grant reaches; without one there is nothing here. */
export async function readLearner(
  deps: Deps,
  act: { mentorId: string; learnerId: string; roadmap: string | undefined; today: string; now: Date },
): Promise<LearnerDashboard> {
  const { mentorId, learnerId, today, now } = act;
  const { grants, consent } = await getView(mentorId, learnerId, { roadmap: act.roadmap });
  const [first] = grants;
  const roadmap = getRoadmap(deps, first.roadmap);
  const record = await Enrolment.findOne({ _id: first.enrolmentId, leftAt: null }).lean<EnrolmentRecord>();
  const learner = (await findPeople([first.learnerId])).get(learnerId);
  if (!record || !learner) throw new Problem('not-found');
  const lastViewedAt = await beginVisit(grants, now);
  const activity = consent.activity
    ? await listActivity({
        learnerId,
        roadmap: roadmap.slug,
        from: addDays(today, 1 - activityDays),
        to: today,
        limit: recentActs,
      })
    : null;
  const row = { ...first, entry: rosterEntry({ consent }, record, today) };
  return {
    learner,
    consent,
    cohort: (await findCohortNames([first.cohortId])).get(String(first.cohortId)) ?? null,
    sharedSince: first.createdAt.toISOString(),
    lastViewedAt: lastViewedAt?.toISOString() ?? null,
    enrolment: consent.progress ? hideActivity(enrolmentAnswer(roadmap, record, today), consent) : null,
    attention: told.toMentor(row, today),
    activity: activity && { days: activity.days, items: activity.items },
    projects: consent.projects ? await projectsFor(deps, learnerId, consent) : null,
  };
}

/** When the mentor looked before. A visit lasts an hour: reloading the page does not begin another. */
async function beginVisit(grants: View['grants'], now: Date): Promise<Date | null> {
  const [first] = grants;
  if (first.lastViewedAt && now.getTime() - first.lastViewedAt.getTime() < visitMs) return first.viewedBeforeAt;
  await Grant.updateMany(
    { _id: mongoose.trusted({ $in: grants.map((grant) => grant._id) }), isLive: true },
    { $set: { lastViewedAt: now, viewedBeforeAt: first.lastViewedAt } },
  );
  return first.lastViewedAt;
}

/** The day on which somebody was last active is activity, not progress; so is the time that they gave. */
function hideActivity(enrolment: NonNullable<LearnerDashboard['enrolment']>, consent: Consent) {
  return consent.activity ? enrolment : { ...enrolment, lastActiveDay: null, minutes: {}, touched: {} };
}

async function projectsFor(deps: Deps, learnerId: string, consent: Consent) {
  const found = await Project.find({
    learnerId,
    visibility: mongoose.trusted({ $ne: 'private' }),
    isArchived: mongoose.trusted({ $ne: true }),
  })
    .select({ writeUp: 0 })
    .sort({ updatedAt: -1, _id: -1 })
    .limit(mostProjects)
    .lean<ProjectRecord[]>();
  return found
    .filter((project) => mentorSeesProject(project, consent))
    .map((project) => projectCardAnswer(deps, project));
}
