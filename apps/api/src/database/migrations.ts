import type mongoose from 'mongoose';

/** A change of what is stored, made once. Ended anywhere it can be run again, and by several at once, to the same end. */
interface Migration {
  /** Never changed, never used again. */
  name: string;
  run(connection: mongoose.Connection): Promise<void>;
}

/** The oldest first: one is only ever added at the end. */
const migrations: readonly Migration[] = [
  {
    // Told was of reviews alone; now of whatever has a key.
    name: '2026-11-notifications-are-about-something',
    async run(connection) {
      const about = { $concat: ['review:', { $toString: '$reviewId' }] };
      await connection
        .collection('notifications')
        .updateMany({ about: { $exists: false } }, [{ $set: { about } }, { $unset: 'reviewId' }]);
    },
  },
];

/** Brings what is stored to the shape that this version reads: before indexes are made that count on it. */
export async function migrate(connection: mongoose.Connection): Promise<void> {
  const done = connection.collection<{ _id: string; doneAt: Date }>('migrations');
  const isDone = new Set((await done.find().toArray()).map(({ _id }) => _id));
  for (const { name, run } of migrations.filter((each) => !isDone.has(each.name))) {
    await run(connection);
    await done.updateOne({ _id: name }, { $setOnInsert: { doneAt: new Date() } }, { upsert: true });
  }
}
