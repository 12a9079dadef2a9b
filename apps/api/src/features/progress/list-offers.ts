import { type Offer, offersFor, type Roadmap } from '@waymark/contract';
import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import { Enrolment, type EnrolmentRecord } from './progress.model.js';
import { wayOf } from './way-of.js';

/** What is open on `roadmap` and done on another that the learner follows; what they left offers nothing. */
export async function listOffers(
  { roadmaps }: Pick<Deps, 'roadmaps'>,
  learnerId: string,
  roadmap: Roadmap,
): Promise<Offer[]> {
  const found = await Enrolment.find(
    { learnerId, leftAt: null },
    { roadmap: 1, choices: 1, states: 1, since: 1, known: 1, backing: 1 },
  )
    .sort({ startedAt: 1 })
    .lean<EnrolmentRecord[]>();
  const walked = found.flatMap((record) => {
    const walkedOn = roadmaps.get(record.roadmap);
    return walkedOn ? [{ roadmap: walkedOn, way: wayOf(walkedOn, record) }] : [];
  });
  const here = walked.find((each) => each.roadmap.slug === roadmap.slug);
  if (!here) throw new Problem('not-found');
  return offersFor(here, walked);
}
