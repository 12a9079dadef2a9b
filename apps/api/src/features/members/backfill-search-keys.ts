import { Account, type AccountRecord, searchKeysOf } from '../accounts/accounts.model.js';

const accountsAtOnce = 500;
/** Missing, or empty: both have their place in the index, so that nothing is read where nothing is to be done. */
const withoutKeys = { searchKeys: { $in: [null, []] } };

/**
 * Gives their search keys to accounts that were made before there were any; yields after each batch how many that were.
 * Ended anywhere, the next run goes on with what is left; several at once do the same work to the same end.
 */
export async function* backfillSearchKeys(atOnce = accountsAtOnce): AsyncGenerator<number> {
  const projection = { name: 1, handle: 1, emailKey: 1 };
  for (;;) {
    // Mongoose would take the missing list for an empty one.
    const found = await Account.collection.find<AccountRecord>(withoutKeys, { projection }).limit(atOnce).toArray();
    if (found.length === 0) return;
    const updates = found.map((account) => ({
      // Not over the keys of who has changed their name meanwhile.
      updateOne: {
        filter: { _id: account._id, ...withoutKeys },
        update: { $set: { searchKeys: searchKeysOf(account) } },
      },
    }));
    const { modifiedCount } = await Account.collection.bulkWrite(updates, { ordered: false });
    // Another process is at the same ones, and a step ahead.
    if (modifiedCount === 0) return;
    yield modifiedCount;
  }
}

/**
 * All of them, in the background of a start, and how many they were: until it is done an owner does not find those members by
 * `q`, and nothing else is amiss.
 */
export async function fillSearchKeys(): Promise<number> {
  let filled = 0;
  for await (const count of backfillSearchKeys()) filled += count;
  return filled;
}
