import { addDays, dayIn, type Quieted, snoozeDays, type ToldAttention } from '@waymark/contract';
import { Problem } from '../../http/problem.js';
import { Enrolment, type EnrolmentRecord } from '../progress/progress.model.js';
import { getView } from './get-view.js';
import { Grant } from './grants.model.js';
import { rosterEntry } from './roster-entry.js';
import { told } from './told-now.js';

interface QuietAct {
  mentorId: string;
  learnerId: string;
  roadmap: string;
  key: string;
  as: 'seen' | 'snoozed' | 'open';
  /** The mentor's day. */
  today: string;
  now: Date;
}

const quiet = ({ key, as, today }: QuietAct): Quieted[] =>
  as === 'open' ? [] : [{ key, until: as === 'seen' ? null : addDays(today, snoozeDays) }];

/**
 * A mentor has seen what they are told of a learner, puts it off, or takes that back: what they are told now. It holds in
 * all of their rosters in which that learner stands.
 */
export async function quietAttention(act: QuietAct): Promise<ToldAttention[]> {
  const { grants, consent } = await getView(act.mentorId, act.learnerId, { roadmap: act.roadmap });
  const [first] = grants;
  const record = await Enrolment.findOne({ _id: first.enrolmentId, leftAt: null }).lean<EnrolmentRecord>();
  if (!record) throw new Problem('not-found');
  const utc = dayIn('UTC', act.now);
  // Of two cohorts that share it differently, the mentor has one list.
  const all = { consent, quieted: first.quieted ?? [], entry: rosterEntry({ consent }, record, utc) };
  if (!told.toMentor(all, act.today)?.some(({ key }) => key === act.key)) throw new Problem('not-found');
  const quieted = [...all.quieted.filter(({ key }) => key !== act.key), ...quiet(act)];
  for (const grant of grants) {
    const entry = rosterEntry({ consent: grant.consent, quieted }, record, utc);
    await Grant.updateOne({ _id: grant._id, isLive: true }, { $set: { quieted, entry } });
  }
  return told.toMentor({ ...all, quieted }, act.today) ?? [];
}
