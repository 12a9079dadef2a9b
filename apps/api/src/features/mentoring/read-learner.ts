import type { LearnerDashboard } from '@waymark/contract';
import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import { recordLooks } from '../looks/record-looks.js';
import { Enrolment, type EnrolmentRecord } from '../progress/progress.model.js';
import { getRoadmap } from '../roadmaps/get-roadmap.js';
import { drawDashboard } from './draw-dashboard.js';
import { findChanges } from './find-changes.js';
import { findShownLearner } from './find-shown-learner.js';
import { getView, readerOf, type View } from './get-view.js';
import { Grant } from './grants.model.js';

const visitMs = 3_600_000;

/** A learner's dashboard as far as a live grant reaches; without one there is nothing here. */
export async function readLearner(
  deps: Deps,
  act: { mentorId: string; learnerId: string; roadmap: string | undefined; today: string; now: Date },
): Promise<LearnerDashboard> {
  const { mentorId, learnerId, today, now } = act;
  const { grants, consent } = await getView(mentorId, learnerId, { roadmap: act.roadmap });
  const [grant] = grants;
  const roadmap = getRoadmap(deps, grant.roadmap);
  const record = await Enrolment.findOne({ _id: grant.enrolmentId, leftAt: null }).lean<EnrolmentRecord>();
  const learner = await findShownLearner(learnerId);
  if (!record || !learner) throw new Problem('not-found');
  await recordLooks([{ learnerId, mentorId, what: 'dashboard', roadmap: roadmap.slug }], now);
  const lastViewedAt = await beginVisit(grants, now);
  const reader = readerOf(mentorId, grants);
  const drawn = { learner, roadmap, record, consent, grant, reader, lastViewedAt, today, now };
  const shown = await drawDashboard(deps, drawn);
  if (!lastViewedAt) return shown;
  const asked = { learnerId, mentorId, roadmap: roadmap.slug, since: lastViewedAt };
  return { ...shown, since: { at: lastViewedAt.toISOString(), parts: await findChanges(deps, shown, asked) } };
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
