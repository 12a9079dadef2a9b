import mongoose from 'mongoose';
import { CohortOffer } from '../mentoring/cohort-offers.model.js';
import { Cohort, type CohortRecord } from '../mentoring/cohorts.model.js';
import { isInCohort } from '../mentoring/get-cohort.js';
import type { AboutKind } from './about-kind.js';

const cohortIdOf = (id: string) => id.split(':')[0] ?? '';

/** What is told of cohorts: to who is in one, `<id>:asked` to who is asked to mentor it, `<id>:former` to who did. */
export const cohortsTold: AboutKind = {
  async find(ids) {
    const cohortIds = mongoose.trusted({ $in: ids.map(cohortIdOf) });
    const found = await Cohort.find({ _id: cohortIds }, { name: 1 }).lean<Pick<CohortRecord, '_id' | 'name'>[]>();
    const names = new Map(found.map(({ _id, name }) => [String(_id), name]));
    return new Map(
      ids.flatMap((id) => {
        const title = names.get(cohortIdOf(id));
        // Only who is in it has its page.
        const path = () => (id.includes(':') ? 'mentoring' : `cohorts/${id}`);
        return title === undefined ? [] : [[id, { title, path }] as const];
      }),
    );
  },

  async findAside(id, { roadmaps }) {
    const cohort = await Cohort.findOne({ _id: cohortIdOf(id) }, { roadmap: 1 }).lean();
    return cohort ? (roadmaps.get(cohort.roadmap)?.title ?? cohort.roadmap) : null;
  },

  async maySee(id, memberId) {
    const [cohortId = '', to] = id.split(':');
    if (to === 'asked') return (await CohortOffer.exists({ cohortId, memberId })) !== null;
    // That they are no mentor any more is all that it says.
    if (to === 'former') return true;
    return (
      (await Cohort.exists({ _id: cohortId, mentorIds: memberId })) !== null || (await isInCohort(cohortId, memberId))
    );
  },
};
