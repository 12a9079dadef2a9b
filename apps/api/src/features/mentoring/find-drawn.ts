import type { Deps } from '../../deps.js';
import { Enrolment, type EnrolmentRecord } from '../progress/progress.model.js';
import { getRoadmap } from '../roadmaps/get-roadmap.js';
import type { Drawn } from './draw-dashboard.js';
import { findShownLearner } from './find-shown-learner.js';
import { readerOf, type View } from './get-view.js';

interface Looking {
  mentorId: string;
  /** The reader's day. */
  today: string;
  now: Date;
}

/** What a mentor's grants let them see of a learner, to be drawn; `null`: the learner, or their way, has gone. */
export async function findDrawn(
  deps: Pick<Deps, 'roadmaps'>,
  { grants, consent }: View,
  { mentorId, today, now }: Looking,
): Promise<Omit<Drawn, 'lastViewedAt'> | null> {
  const [grant] = grants;
  const record = await Enrolment.findOne({ _id: grant.enrolmentId, leftAt: null }).lean<EnrolmentRecord>();
  const learner = await findShownLearner(String(grant.learnerId));
  if (!record || !learner) return null;
  const roadmap = getRoadmap(deps, grant.roadmap);
  return { learner, roadmap, record, consent, grant, reader: readerOf(mentorId, grants), today, now };
}
