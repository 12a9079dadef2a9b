import type { Consent, GrantPreview } from '@waymark/contract';
import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import { Enrolment, type EnrolmentRecord } from '../progress/progress.model.js';
import { Project } from '../projects/projects.model.js';
import { getRoadmap } from '../roadmaps/get-roadmap.js';
import { drawDashboard } from './draw-dashboard.js';
import { findShownLearner } from './find-shown-learner.js';
import { readerOf, together } from './get-view.js';
import { Grant, type GrantRecord, notEnded } from './grants.model.js';

interface Previewing {
  learnerId: string;
  roadmap: string;
  consent: Consent;
  grantId?: string | undefined;
  /** The learner's day. */
  today: string;
  now: Date;
}

/** What the mentor of a grant sees of the same way by other grants: two cohorts may give them two. */
async function otherGrants(grant: GrantRecord): Promise<GrantRecord[]> {
  const { _id, mentorId, learnerId, roadmap } = grant;
  const other = mongoose.trusted({ $ne: _id });
  return Grant.find({ _id: other, mentorId, learnerId, roadmap, isLive: true }).sort({ _id: 1 }).lean<GrantRecord[]>();
}

/** The learner's own dashboard as a mentor with this consent would be answered; it is nobody's look. */
export async function previewGrant(deps: Deps, previewing: Previewing): Promise<GrantPreview> {
  const { learnerId, grantId, today, now } = previewing;
  const roadmap = getRoadmap(deps, previewing.roadmap);
  const mine = grantId && { _id: grantId, learnerId, roadmap: roadmap.slug, ...notEnded };
  const grant = mine ? await Grant.findOne(mine).lean<GrantRecord>() : null;
  if (mine && !grant) throw new Problem('not-found');
  const learner = await findShownLearner(learnerId);
  if (!learner) throw new Problem('not-found');
  const record = await Enrolment.findOne({ learnerId, roadmap: roadmap.slug, leftAt: null }).lean<EnrolmentRecord>();
  const others = grant ? await otherGrants(grant) : [];
  const consent = together([previewing.consent, ...others.map((other) => other.consent)]);
  const reader = readerOf(grant && String(grant.mentorId), grant ? [grant, ...others] : []);
  const [first] = grant ? [grant, ...others].toSorted((a, b) => (String(a._id) < String(b._id) ? -1 : 1)) : [];
  const by = first ?? { cohortId: null, createdAt: now };
  const lastViewedAt = first?.lastViewedAt ?? null;
  const drawn = { learner, roadmap, record, consent, grant: by, reader, lastViewedAt, today, now };
  return {
    isFollowed: record !== null,
    dashboard: await drawDashboard(deps, drawn),
    privateProjects: await Project.countDocuments({ learnerId, visibility: 'private' }),
  };
}
