import type mongoose from 'mongoose';

/** Indexes of earlier versions that would forbid what is allowed by now, by collection. Their names were given by the database. */
const retired: readonly [collection: string, index: string][] = [
  // Forbade two direct grants of one learner to one mentor, on two roadmaps.
  ['grants', 'cohortId_1_mentorId_1_learnerId_1'],
];

/** Drops them, once what stands in their place is there. Where there are none, it does nothing. */
export async function dropRetiredIndexes({ db }: mongoose.Connection): Promise<void> {
  for (const [collection, name] of retired) {
    const indexes = (await db?.collection(collection).indexes()) ?? [];
    if (indexes.some((index) => index.name === name)) await db?.collection(collection).dropIndex(name);
  }
}
