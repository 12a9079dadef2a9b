import type { LearnerDashboard } from '@waymark/contract';
import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import { recordLooks } from '../looks/record-looks.js';
import { drawDashboard } from './draw-dashboard.js';
import { findChanges } from './find-changes.js';
import { findDrawn } from './find-drawn.js';
import { getView, type View } from './get-view.js';
import { Grant } from './grants.model.js';

const visitMs = 3_600_000;

/** A learner's dashboard as far as a live grant reaches; without one there is nothing here. */
export async function readLearner(
  deps: Deps,
  act: { mentorId: string; learnerId: string; roadmap: string | undefined; today: string; now: Date },
): Promise<LearnerDashboard> {
  const { mentorId, learnerId, today, now } = act;
  const view = await getView(mentorId, learnerId, { roadmap: act.roadmap });
  const drawn = await findDrawn(deps, view, { mentorId, today, now });
  if (!drawn) throw new Problem('not-found');
  const roadmap = drawn.roadmap.slug;
  await recordLooks([{ learnerId, mentorId, what: 'dashboard', roadmap }], now);
  const lastViewedAt = await beginVisit(view.grants, now);
  const shown = await drawDashboard(deps, { ...drawn, lastViewedAt });
  if (!lastViewedAt) return shown;
  const asked = { learnerId, mentorId, roadmap, since: lastViewedAt };
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
