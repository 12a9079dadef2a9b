import { expect, it } from 'vitest';
import { startApp } from '../../test/start.js';

const app = await startApp();
const day = 86_400;

/** What the database forgets by itself: of each collection the field, and the seconds after it. */
const forgotten = {
  accesstokens: { expiresAt: 0 },
  addressrequests: { at: day },
  audit: { at: 180 * day },
  cohortoffers: { expiresAt: 0 },
  enrolments: { leftAt: 30 * day },
  identityattempts: { expiresAt: 0 },
  invitations: { expiresAt: 180 * day },
  jobs: { doneAt: 30 * day },
  links: { expiresAt: 0 },
  looks: { hour: 180 * day },
  mails: { createdAt: 30 * day },
  mentorasks: { expiresAt: 180 * day },
  mentorcodes: { expiresAt: 180 * day },
  mentorinvitations: { expiresAt: 180 * day },
  notifications: { at: 90 * day },
  operations: { at: 30 * day },
  ratelimits: { expire: 0 },
  reviewdrafts: { updatedAt: 365 * day },
  sessions: { idleEndsAt: 0 },
  topiccomments: { deletedAt: day },
  time: { deletedAt: 30 * day },
};

it('has the database forget what is over, no sooner and no later than is said', async () => {
  const { connection } = app.deps;
  const found: Record<string, Record<string, number>> = {};
  for (const collection of (await connection.db?.collections()) ?? []) {
    for (const { key, expireAfterSeconds } of await collection.indexes()) {
      if (expireAfterSeconds === undefined) continue;
      found[collection.collectionName] = {
        ...found[collection.collectionName],
        [Object.keys(key).join()]: expireAfterSeconds,
      };
    }
  }
  expect(found).toEqual(forgotten);
});
