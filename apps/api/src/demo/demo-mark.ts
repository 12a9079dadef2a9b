import type mongoose from 'mongoose';

/** The record by which a database is known to hold the demo, from before the first invented person on. */
export interface DemoMark {
  _id: 'demo';
  /** `filling` until everything is there: a start that was cut short begins anew. */
  state: 'filling' | 'filled';
  at: Date;
}

export function demoMarks(connection: mongoose.Connection) {
  return connection.collection<DemoMark>('demo');
}

export function findDemoMark(connection: mongoose.Connection): Promise<DemoMark | null> {
  return demoMarks(connection).findOne({ _id: 'demo' });
}
