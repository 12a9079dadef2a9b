import { statfs } from 'node:fs/promises';
import type { Health } from '@waymark/contract';
import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { countWaiting, listGivenUp } from '../../jobs/given-up.js';
import { version } from '../../version.js';
import { Account } from '../accounts/accounts.model.js';
import { Session } from '../accounts/sessions.model.js';
import { Mail, type MailRecord } from '../mail/mail.model.js';
import { mailKind } from '../mail/queue-letter.js';
import { Cohort } from '../mentoring/cohorts.model.js';
import { Enrolment } from '../progress/progress.model.js';
import { Project } from '../projects/projects.model.js';
import { Audit } from './audit.model.js';
import { longestDelayMs } from './event-loop.js';

/** How the instance is, for its owner. Counts are the database's own estimates, so that asking costs next to nothing. */
export async function readHealth(deps: Deps, now: Date): Promise<Health> {
  const [database, counts, mail, waiting, givenUp, lastBackupAt] = await Promise.all([
    readDatabase(deps),
    readCounts(),
    readMail(deps),
    countWaiting(now),
    listGivenUp(),
    readLastBackup(),
  ]);
  return {
    version,
    startedAt: new Date(performance.timeOrigin).toISOString(),
    now: now.toISOString(),
    node: process.versions.node,
    memoryBytes: process.memoryUsage.rss(),
    eventLoopDelayMs: longestDelayMs(),
    database,
    counts,
    mail,
    jobs: { waiting, givenUp },
    keys: { signingKeys: deps.keys.verifying.size, newestMadeAt: deps.keys.newestMadeAt },
    lastBackupAt,
  };
}

async function readDatabase({ connection, env }: Deps): Promise<Health['database']> {
  const client = connection.getClient();
  const [hello, build, stats] = await Promise.all([
    client.db('admin').command({ hello: 1 }),
    client.db('admin').command({ buildInfo: 1 }),
    client.db(connection.name).stats(),
  ]);
  const kind = env.mongodbUri ? 'own' : 'embedded';
  return {
    version: String(build.version),
    kind,
    replicaSet: String(hello.setName ?? ''),
    dataBytes: Number(stats.storageSize) + Number(stats.indexSize),
    freeBytes: kind === 'embedded' ? await freeBytes(env.dataDir) : null,
  };
}

/** `null` where the system does not tell. */
async function freeBytes(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}

async function readCounts(): Promise<Health['counts']> {
  const [members, sessions, enrolments, projects, cohorts] = await Promise.all([
    Account.estimatedDocumentCount(),
    Session.estimatedDocumentCount(),
    Enrolment.estimatedDocumentCount(),
    Project.estimatedDocumentCount(),
    Cohort.estimatedDocumentCount(),
  ]);
  return { members, sessions, enrolments, projects, cohorts };
}

async function readMail({ env }: Deps): Promise<Health['mail']> {
  const isSet = mongoose.trusted({ $exists: true });
  const unsent = { sentAt: null };
  const [waiting, failed, sent, troubled] = await Promise.all([
    Mail.countDocuments({ ...unsent, failedAt: null }),
    Mail.countDocuments({ ...unsent, failedAt: mongoose.trusted({ $ne: null }) }),
    Mail.findOne({ sentAt: isSet }, { sentAt: 1 }).sort({ sentAt: -1 }).lean<MailRecord>(),
    Mail.findOne({ ...unsent, lastFailure: isSet }, { lastFailure: 1 })
      .sort({ createdAt: -1 })
      .lean<MailRecord>(),
  ]);
  return {
    kind: mailKind(env),
    waiting,
    failed,
    lastSentAt: sent?.sentAt?.toISOString() ?? null,
    lastFailure: troubled?.lastFailure ?? null,
  };
}

async function readLastBackup(): Promise<string | null> {
  const last = await Audit.findOne({ event: 'backup-made' }, { at: 1 }).sort({ at: -1, _id: -1 }).lean();
  return last?.at.toISOString() ?? null;
}
