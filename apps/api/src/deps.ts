import type { Roadmap } from '@waymark/contract';
import type mongoose from 'mongoose';
import type { Logger } from 'pino';
import type { Env } from './env.js';
import type { Keys } from './keys.js';
import type { Outbound } from './outbound/guarded-get.js';

/** What the API is assembled from; a test brings its own. */
export interface Deps {
  env: Env;
  connection: mongoose.Connection;
  keys: Keys;
  log: Logger;
  now: () => Date;
  roadmaps: ReadonlyMap<string, Roadmap>;
  /** The way to addresses that members give. */
  outbound: Outbound;
}
