import {
  addDays,
  type Consent,
  dayIn,
  type LearnerDashboard,
  mentorSeesProject,
  type Roadmap,
  summarise,
} from '@waymark/contract';
import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { listActivity } from '../activity/list-activity.js';
import type { EnrolmentRecord } from '../progress/progress.model.js';
import { enrolmentAnswer, wayOf } from '../progress/way-of.js';
import { projectCardAnswer } from '../projects/project-answer.js';
import { Project, type ProjectRecord } from '../projects/projects.model.js';
import { findSeenReviews } from '../reviews/find-seen-reviews.js';
import type { ProjectReader } from '../reviews/who-reviews.js';
import type { ShownLearner } from './find-shown-learner.js';
import type { GrantRecord } from './grants.model.js';
import { findCohortNames } from './mentoring-answers.js';
import { rosterEntry } from './roster-entry.js';
import { told } from './told-now.js';

const activityDays = 26 * 7;
const recentActs = 30;
const mostProjects = 100;

export interface Drawn {
  learner: ShownLearner;
  roadmap: Roadmap;
  /** `null`: not followed. */
  record: EnrolmentRecord | null;
  consent: Consent;
  /** By which it is shared: of several the first. */
  grant: Pick<GrantRecord, 'cohortId' | 'createdAt' | 'quieted'>;
  reader: ProjectReader;
  lastViewedAt: Date | null;
  /** The reader's day: what they are told of holds on it. */
  today: string;
  now: Date;
}

/**
 * A learner's dashboard as far as a consent reaches: what a mentor is answered, and what a learner sees of it before they
 * agree. There is no second drawing, so the two cannot differ.
 */
export async function drawDashboard(deps: Deps, drawn: Drawn): Promise<LearnerDashboard> {
  const { learner, roadmap, record, consent, grant, lastViewedAt, today, now } = drawn;
  // The learner's own, or a mentor elsewhere would read of another pace than they do.
  const day = dayIn(learner.timeZone, now);
  const shown = consent.activity ? record : record && withoutActivity(roadmap, record);
  return {
    learner: learner.person,
    consent,
    cohort: (await findCohortNames([grant.cohortId])).get(String(grant.cohortId)) ?? null,
    sharedSince: grant.createdAt.toISOString(),
    lastViewedAt: lastViewedAt?.toISOString() ?? null,
    since: { at: null, parts: [] },
    today: consent.progress || consent.activity ? day : null,
    enrolment: consent.progress && shown ? enrolmentAnswer(roadmap, shown, day) : null,
    attention:
      record && told.toMentor({ quieted: grant.quieted ?? [], entry: rosterEntry({ consent }, record, today) }, today),
    activity: consent.activity ? await activityOf(learner, roadmap.slug, day) : null,
    projects: consent.projects ? await projectsOf(deps, drawn) : null,
  };
}

async function activityOf({ person, weekStartsOn }: ShownLearner, roadmap: string, today: string) {
  const from = addDays(today, 1 - activityDays);
  const range = { learnerId: person.id, roadmap, from, to: today, limit: recentActs };
  const { days, items } = await listActivity(range);
  return { days, items, weekStartsOn };
}

/**
 * When somebody was last active is activity, not progress, and so is the time that they gave: also where a forecast or
 * the hours left would follow from it.
 */
function withoutActivity(roadmap: Roadmap, record: EnrolmentRecord): EnrolmentRecord {
  const { minutes: _given, touched: _then, ...rest } = record;
  const { hoursLeft } = summarise(roadmap, wayOf(roadmap, rest));
  const changes = record.since.flatMap((at) => at ?? []);
  return {
    ...rest,
    lastActiveDay: null,
    updatedAt: new Date(Math.max(record.startedAt.getTime(), ...changes)),
    summary: { ...record.summary, hoursLeft },
  };
}

async function projectsOf(deps: Deps, { learner, consent, reader, now }: Drawn) {
  const found = await Project.find({
    learnerId: learner.person.id,
    visibility: mongoose.trusted({ $ne: 'private' }),
    isArchived: mongoose.trusted({ $ne: true }),
  })
    .select({ writeUp: 0 })
    .sort({ updatedAt: -1, _id: -1 })
    .limit(mostProjects)
    .lean<ProjectRecord[]>();
  const shown = found.filter((project) => mentorSeesProject(project, consent));
  const reviews = await findSeenReviews(
    shown.map(({ _id }) => _id),
    reader,
    now,
  );
  return shown.map((project) => ({
    ...projectCardAnswer(deps, project),
    review: reviews.get(String(project._id)) ?? null,
  }));
}
