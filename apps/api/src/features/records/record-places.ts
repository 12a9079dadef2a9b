import { randomInt } from 'node:crypto';
import mongoose from 'mongoose';
import { Problem } from '../../http/problem.js';
import { RecordPlace, type RecordPlaceRecord } from './record-places.model.js';
import { SignedRecord, type SignedRecordRecord } from './records.model.js';

/** The least that the specification allows, so that one bit hides among many. */
export const placesOfList = 131_072;
const tries = 8;

/**
 * A place for a new record, in the caller's transaction. By chance, so that nothing of when it was signed is in it; where
 * chance finds none, the list is full enough, and the next is begun.
 */
export async function takePlace(size = placesOfList): Promise<RecordPlaceRecord> {
  const newest = await RecordPlace.findOne().sort({ list: -1 }).lean<RecordPlaceRecord>();
  const list = newest?.list ?? 1;
  const drawn = Array.from({ length: tries }, () => randomInt(size));
  const ids = drawn.map((index) => `${list}/${index}`);
  const taken = await RecordPlace.find({ _id: mongoose.trusted({ $in: ids }) }).lean<RecordPlaceRecord[]>();
  const free = drawn.find((index) => !taken.some((place) => place.index === index));
  const at = free === undefined ? { list: list + 1, index: randomInt(size) } : { list, index: free };
  const place = { _id: `${at.list}/${at.index}`, ...at, isOver: false };
  await RecordPlace.create([place]);
  return place;
}

/** Has the lists say that these records count no more. One that was signed before there were lists has no place. */
export async function endPlaces(records: readonly Pick<SignedRecordRecord, 'place'>[]): Promise<void> {
  const ids = records.flatMap(({ place }) => place ?? []);
  await RecordPlace.updateMany({ _id: mongoose.trusted({ $in: ids }) }, { $set: { isOver: true } });
}

/** Which places of a list are over. */
export async function findPlacesOver(list: number): Promise<number[]> {
  if (!(await RecordPlace.exists({ list }))) throw new Problem('not-found');
  const over = await RecordPlace.find({ list, isOver: true }, { _id: 0, index: 1 }).lean<{ index: number }[]>();
  return over.map(({ index }) => index);
}

/** Erases a learner's records; whoever has one learns from its list that it counts no more. Killed in between, it runs again. */
export async function eraseRecords(learnerId: mongoose.Types.ObjectId): Promise<void> {
  await endPlaces(await SignedRecord.find({ learnerId }, { place: 1 }).lean<SignedRecordRecord[]>());
  await SignedRecord.deleteMany({ learnerId });
}
