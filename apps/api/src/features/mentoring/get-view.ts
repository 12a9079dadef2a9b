import type { Consent } from '@waymark/contract';
import { Problem } from '../../http/problem.js';
import type { ProjectReader } from '../reviews/who-reviews.js';
import { Grant, type GrantRecord } from './grants.model.js';

/** A mentor's live grants of one enrolment, the oldest first, and what they let them see together. */
export interface View {
  grants: readonly [GrantRecord, ...GrantRecord[]];
  consent: Consent;
}

const mostGrants = 50;

/** The same mentor as one who reads of the projects. */
export function readerOf(memberId: string | null, grants: readonly Pick<GrantRecord, 'cohortId'>[]): ProjectReader {
  return { memberId, cohortIds: grants.flatMap(({ cohortId }) => (cohortId ? [String(cohortId)] : [])) };
}

/** Two cohorts may give the same mentor two grants of one enrolment: what either lets them see, they see. */
export function together(consents: readonly Consent[]): Consent {
  const any = (key: keyof Consent) => consents.some((consent) => consent[key]);
  return { progress: any('progress'), activity: any('activity'), notes: any('notes'), projects: any('projects') };
}

/**
 * What a mentor may see of a learner at this moment, read anew each time; without `roadmap` of the enrolment that they
 * began to share first. With no live grant, or none that shares `scope`, there is nothing here.
 */
export async function getView(
  mentorId: string,
  learnerId: string,
  { roadmap, scope }: { roadmap?: string | undefined; scope?: keyof Consent } = {},
): Promise<View> {
  const found = await Grant.find({ mentorId, learnerId, isLive: true, ...(roadmap && { roadmap }) })
    .sort({ _id: 1 })
    .limit(mostGrants)
    .lean<GrantRecord[]>();
  const [first] = found;
  if (!first) throw new Problem('not-found');
  const rest = found.slice(1).filter((grant) => grant.roadmap === first.roadmap);
  const grants: View['grants'] = [first, ...rest];
  const view: View = { grants, consent: together(grants.map(({ consent }) => consent)) };
  if (scope && !view.consent[scope]) throw new Problem('not-found');
  return view;
}
