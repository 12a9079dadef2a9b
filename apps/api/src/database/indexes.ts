import type mongoose from 'mongoose';
import '../features/access-tokens/access-tokens.model.js';
import '../features/accounts/accounts.model.js';
import '../features/accounts/sessions.model.js';
import '../features/activity/activity.model.js';
import '../features/calendar/calendar.model.js';
import '../features/credentials/address-requests.model.js';
import '../features/credentials/links.model.js';
import '../features/identities/attempts.model.js';
import '../features/identities/identities.model.js';
import '../features/images/images.model.js';
import '../features/instance/audit.model.js';
import '../features/instance/settings.model.js';
import '../features/links/links.model.js';
import { collectionsWithDeletes } from '../features/live/change-event.js';
import '../features/looks/looks.model.js';
import '../features/mail/mail.model.js';
import '../features/members/invitations.model.js';
import '../features/mentoring/cohort-offers.model.js';
import '../features/mentoring/cohort-seats.model.js';
import '../features/mentoring/cohorts.model.js';
import '../features/mentoring/grants.model.js';
import '../features/mentoring/rounds.model.js';
import '../features/progress/progress.model.js';
import '../features/projects/projects.model.js';
import '../features/public-pages/public-pages.model.js';
import '../features/reviews/reviewers.model.js';
import '../features/reviews/reviews.model.js';
import '../features/reviews/revisions.model.js';
import '../features/reviews/talk.model.js';
import '../features/reviews/verdicts.model.js';
import '../features/notifications/notifications.model.js';
import '../features/rooms/dead-links.model.js';
import '../features/rooms/rooms.model.js';
import '../features/time/time.model.js';
import '../http/once.js';
import '../jobs/jobs.model.js';
import { migrate } from './migrations.js';

/** An index that no model declares any more may forbid what is allowed now. */
async function dropUndeclared(model: mongoose.Model<unknown>): Promise<void> {
  const { toDrop } = await model.diffIndexes();
  // Another process that starts at the same moment drops them too.
  for (const name of toDrop) await model.collection.dropIndex(name).catch(ignoreGone);
}

function ignoreGone(error: { codeName?: string }): void {
  if (error.codeName !== 'IndexNotFound') throw error;
}

/** Makes every collection and index that the models declare: a transaction must not be the first to need one. */
export async function ensureIndexes(connection: mongoose.Connection): Promise<void> {
  const models = Object.values(connection.models);
  for (const model of models) await model.createCollection();
  for (const model of models) await dropUndeclared(model);
  await migrate(connection);
  for (const model of models) await model.createIndexes();
  // A change stream can then say whose document it was that is gone.
  const existing = new Set(Object.values(connection.models).map((model) => model.collection.collectionName));
  for (const collMod of collectionsWithDeletes.filter((name) => existing.has(name))) {
    await connection.db?.command({ collMod, changeStreamPreAndPostImages: { enabled: true } });
  }
  // The rate limiter's own collection: counts are found by key, and swept when they end.
  const limits = connection.collection('ratelimits');
  await limits.createIndex({ expire: 1 }, { expireAfterSeconds: 0 });
  await limits.createIndex({ key: 1 }, { unique: true });
}
