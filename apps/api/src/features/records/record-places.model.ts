import mongoose from 'mongoose';

/** A place in a list of withdrawn records. It knows neither record nor learner, and stays when they are gone. */
export interface RecordPlaceRecord {
  /** `<list>/<index>`: given to one record, ever. */
  _id: string;
  list: number;
  index: number;
  /** Whether the record that has it counts no more. Never taken back. */
  isOver: boolean;
}

const recordPlaceSchema = new mongoose.Schema<RecordPlaceRecord>(
  {
    _id: { type: String, required: true },
    list: { type: Number, required: true },
    index: { type: Number, required: true },
    isOver: { type: Boolean, required: true },
  },
  { collection: 'recordplaces', versionKey: false },
);
// What a list says is read from here alone.
recordPlaceSchema.index({ list: 1, isOver: 1, index: 1 });

export const RecordPlace = mongoose.model('RecordPlace', recordPlaceSchema);
