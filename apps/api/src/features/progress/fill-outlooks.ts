import mongoose from 'mongoose';
import { transact } from '../../database/transact.js';
import type { Deps } from '../../deps.js';
import { Enrolment, type EnrolmentRecord } from './progress.model.js';
import { saveEnrolment } from './save-enrolment.js';

const atOnce = 200;

/**
 * Makes the outlooks of what was stored before there were any: how many. Stopped anywhere, the next start goes on with
 * what has none; several processes may do it at once.
 */
export async function fillOutlooks({ connection, roadmaps }: Pick<Deps, 'connection' | 'roadmaps'>): Promise<number> {
  let filled = 0;
  let after: mongoose.Types.ObjectId | undefined;
  for (;;) {
    const further = after && { _id: mongoose.trusted({ $gt: after }) };
    const found = await Enrolment.find({ outlook: mongoose.trusted({ $exists: false }), ...further }, { roadmap: 1 })
      .sort({ _id: 1 })
      .limit(atOnce)
      .lean<Pick<EnrolmentRecord, '_id' | 'roadmap'>[]>();
    for (const { _id, roadmap: slug } of found) {
      const roadmap = roadmaps.get(slug);
      if (!roadmap) continue;
      filled += await transact(connection, async () => {
        const record = await Enrolment.findOne({ _id }).lean<EnrolmentRecord>();
        if (!record || record.outlook) return 0;
        // Nothing of the learner's changes with it, so neither does when they changed something.
        await saveEnrolment(roadmap, record, {}, record.updatedAt);
        return 1;
      });
    }
    after = found.at(-1)?._id;
    if (found.length < atOnce) return filled;
  }
}
