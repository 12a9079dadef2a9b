import { graceUntil, isGraceOver, linkStateOf } from '@waymark/contract';
import mongoose from 'mongoose';
import { untilNone } from '../../background.js';
import { transact } from '../../database/transact.js';
import type { Deps } from '../../deps.js';
import { GetFailed, guardedGet, type Outbound } from '../../outbound/guarded-get.js';
import { refreshAttention } from '../mentoring/refresh-attention.js';
import { Project, type ProjectRecord } from '../projects/projects.model.js';
import { type FoundLink, type LinksRecord, ProjectLinks } from './links.model.js';
import { settleDeadLink, tellOfDeadLink } from './tell-of-links.js';

const weekMs = 7 * 86_400_000;
/** Longer than any one try lasts. */
const leaseMs = 60_000;
/** What was unclear is looked at again sooner. */
const unclearMs = 6 * 3_600_000;

/** What is at an address now. That it leads somewhere else is an answer, too. */
async function look(url: string, outbound: Outbound): Promise<FoundLink['state']> {
  try {
    // The head of the page says enough.
    return linkStateOf((await guardedGet(url, { isEnough: () => true }, outbound)).status);
  } catch (error) {
    if (!(error instanceof GetFailed)) throw error;
    return ({ refused: 'not-public', unknown: 'dead', silent: 'unclear' } as const)[error.why];
  }
}

/** The same address, looked at once more. What is unclear changes nothing about since when it is dead. */
async function lookAgain(url: string | null, before: FoundLink | null, now: Date, outbound: Outbound) {
  if (url === null) return null;
  const state = await look(url, outbound);
  const deadBefore = before?.url === url ? before.deadSince : null;
  const deadSince = state === 'dead' ? (deadBefore ?? now) : state === 'unclear' ? deadBefore : null;
  const toldAt = deadSince && deadBefore && before?.toldAt;
  return { url, state, checkedAt: now, deadSince, ...(toldAt && { toldAt }) };
}

/** When to look again: in a week, sooner at what was unclear, and on the day that a grace ends. */
function nextLook(found: readonly FoundLink[], now: Date): Date {
  const isUnclear = found.some(({ state }) => state === 'unclear');
  const ends = found.flatMap((each) => graceUntil(each)?.getTime() ?? []).filter((end) => end > now.getTime());
  return new Date(Math.min(now.getTime() + (isUnclear ? unclearMs : weekMs), ...ends));
}

type Both = Pick<LinksRecord, 'repo' | 'demo'>;
type Mine = Pick<LinksRecord, '_id' | 'dueAt'>;

const known = ({ repo, demo }: Both) => [repo, demo].filter((link) => link !== null);
const wasTold = (links: Both) => known(links).some(({ toldAt }) => toldAt);

/** Keeps what was found and tells its learner, in the transaction around it. */
async function keepFound(mine: Mine, before: LinksRecord, links: Both, now: Date): Promise<void> {
  const found = known(links);
  const dead = found.filter(({ state }) => state === 'dead').map((link) => link.deadSince?.getTime() ?? now.getTime());
  const deadSince = dead.length > 0 ? new Date(Math.min(...dead)) : null;
  const changes = { ...links, deadSince, dueAt: nextLook(found, now), isAsked: false };
  const { matchedCount } = await ProjectLinks.updateOne(mine, { $set: changes });
  // What was asked for anew meanwhile is not done by this.
  if (matchedCount === 0) return;
  if (before.deadSince?.getTime() !== deadSince?.getTime()) await refreshAttention(before.learnerId, now);
  if (wasTold(before) && !wasTold(links)) await settleDeadLink(mine._id, before.learnerId);
  const isNew = found.some((link) => isGraceOver(link, now) && !link.toldAt);
  if (!isNew || !(await tellOfDeadLink(mine._id, now))) return;
  const told = (link: FoundLink | null) => link && (isGraceOver(link, now) ? { ...link, toldAt: now } : link);
  await ProjectLinks.updateOne({ _id: mine._id }, { $set: { repo: told(links.repo), demo: told(links.demo) } });
}

/** A project without any address has none to look at. */
async function dropLinks(mine: Mine, before: LinksRecord, now: Date): Promise<void> {
  const { deletedCount } = await ProjectLinks.deleteOne(mine);
  if (deletedCount > 0 && before.deadSince) await refreshAttention(before.learnerId, now);
  if (deletedCount > 0 && wasTold(before)) await settleDeadLink(mine._id, before.learnerId);
}

type Checking = Pick<Deps, 'outbound' | 'connection'>;

/**
 * Looks at the links of the project whose turn it is; `false` where none is due. Each is taken by one process, by one
 * conditional update; one that dies in between lets another try a minute later.
 */
async function checkNextLinks({ outbound, connection }: Checking, now: Date): Promise<boolean> {
  const leasedTo = new Date(now.getTime() + leaseMs);
  const before = await ProjectLinks.findOneAndUpdate(
    { dueAt: mongoose.trusted({ $lte: now }) },
    { $set: { dueAt: leasedTo } },
    { sort: { dueAt: 1 } },
  ).lean<LinksRecord>();
  if (!before) return false;
  const project = await Project.findOne({ _id: before._id }, { repoUrl: 1, demoUrl: 1 }).lean<ProjectRecord>();
  const mine = { _id: before._id, dueAt: leasedTo };
  if (!project || (project.repoUrl === null && project.demoUrl === null)) {
    await transact(connection, () => dropLinks(mine, before, now));
    return true;
  }
  const repo = await lookAgain(project.repoUrl, before.repo, now, outbound);
  const demo = await lookAgain(project.demoUrl, before.demo, now, outbound);
  await transact(connection, () => keepFound(mine, before, { repo, demo }, now));
  return true;
}

/** All whose turn it is: how many there were. */
export function checkDueLinks(deps: Checking & Pick<Deps, 'now'>): Promise<number> {
  return untilNone(() => checkNextLinks(deps, deps.now()));
}
