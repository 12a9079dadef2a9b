import { addDays, type Consent, type LearnerDashboard, mentorSeesProject, type Roadmap } from '@waymark/contract';
import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import type { Person } from '../accounts/find-people.js';
import { listActivity } from '../activity/list-activity.js';
import type { EnrolmentRecord } from '../progress/progress.model.js';
import { enrolmentAnswer } from '../progress/way-of.js';
import { projectCardAnswer } from '../projects/project-answer.js';
import { Project, type ProjectRecord } from '../projects/projects.model.js';
import type { GrantRecord } from './grants.model.js';
import { findCohortNames } from './mentoring-answers.js';
import { rosterEntry } from './roster-entry.js';
import { told } from './told-now.js';

const activityDays = 26 * 7;
const recentActs = 30;
const mostProjects = 100;

export interface Drawn {
  learner: Person;
  roadmap: Roadmap;
  /** `null`: not followed. */
  record: EnrolmentRecord | null;
  consent: Consent;
  /** By which it is shared: of several the first. */
  grant: Pick<GrantRecord, 'cohortId' | 'createdAt' | 'quieted'>;
  lastViewedAt: Date | null;
  today: string;
}

/**
 * A learner's dashboard as far as a consent reaches: what a mentor is answered, and what a learner sees of it before they
 * agree. There is no second drawing, so the two cannot differ.
 */
export async function drawDashboard(deps: Deps, drawn: Drawn): Promise<LearnerDashboard> {
  const { learner, roadmap, record, consent, grant, lastViewedAt, today } = drawn;
  return {
    learner,
    consent,
    cohort: (await findCohortNames([grant.cohortId])).get(String(grant.cohortId)) ?? null,
    sharedSince: grant.createdAt.toISOString(),
    lastViewedAt: lastViewedAt?.toISOString() ?? null,
    enrolment: consent.progress && record ? hideActivity(enrolmentAnswer(roadmap, record, today), consent) : null,
    attention:
      record && told.toMentor({ quieted: grant.quieted ?? [], entry: rosterEntry({ consent }, record, today) }, today),
    activity: consent.activity ? await activityOf(learner.id, roadmap.slug, today) : null,
    projects: consent.projects ? await projectsOf(deps, learner.id, consent) : null,
  };
}

async function activityOf(learnerId: string, roadmap: string, today: string) {
  const from = addDays(today, 1 - activityDays);
  const { days, items } = await listActivity({ learnerId, roadmap, from, to: today, limit: recentActs });
  return { days, items };
}

/** The day on which somebody was last active is activity, not progress; so is the time that they gave. */
function hideActivity(enrolment: NonNullable<LearnerDashboard['enrolment']>, consent: Consent) {
  return consent.activity ? enrolment : { ...enrolment, lastActiveDay: null, minutes: {}, touched: {} };
}

async function projectsOf(deps: Deps, learnerId: string, consent: Consent) {
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
