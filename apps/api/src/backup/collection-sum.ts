import { createHash } from 'node:crypto';

/** What a collection held. `sha256`: of its documents as they are stored, in the order of their ids. */
export interface CollectionSum {
  name: string;
  count: number;
  sha256: string;
}

/** Counts and sums the documents of one collection, as they pass. */
export function createSum(name: string) {
  const hash = createHash('sha256');
  let count = 0;
  return {
    /** Gives how many there are by now. */
    add(document: Uint8Array): number {
      hash.update(document);
      count += 1;
      return count;
    },
    end: (): CollectionSum => ({ name, count, sha256: hash.digest('hex') }),
  };
}

export function isSame(a: CollectionSum, b: CollectionSum): boolean {
  return a.count === b.count && a.sha256 === b.sha256;
}
