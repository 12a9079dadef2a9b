import { linkStateOf } from '@waymark/contract';
import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { untilNone } from '../../keep-doing.js';
import { GetFailed, guardedGet, type Outbound } from '../../outbound/guarded-get.js';
import { Project, type ProjectRecord } from '../projects/projects.model.js';
import { type FoundLink, type LinksRecord, ProjectLinks } from './links.model.js';

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
  return { url, state, checkedAt: now, deadSince };
}

/**
 * Looks at the links of the project whose turn it is; `false` where none is due. Each is taken by one process, by one
 * conditional update; one that dies in between lets another try a minute later.
 */
async function checkNextLinks({ outbound }: Pick<Deps, 'outbound'>, now: Date): Promise<boolean> {
  const leasedTo = new Date(now.getTime() + leaseMs);
  const links = await ProjectLinks.findOneAndUpdate(
    { dueAt: mongoose.trusted({ $lte: now }) },
    { $set: { dueAt: leasedTo } },
    { sort: { dueAt: 1 } },
  ).lean<LinksRecord>();
  if (!links) return false;
  const project = await Project.findOne({ _id: links._id }, { repoUrl: 1, demoUrl: 1 }).lean<ProjectRecord>();
  // What was asked for anew meanwhile is not done by this.
  const mine = { _id: links._id, dueAt: leasedTo };
  if (!project || (project.repoUrl === null && project.demoUrl === null)) {
    await ProjectLinks.deleteOne(mine);
    return true;
  }
  const repo = await lookAgain(project.repoUrl, links.repo, now, outbound);
  const demo = await lookAgain(project.demoUrl, links.demo, now, outbound);
  const isUnclear = [repo, demo].some((each) => each?.state === 'unclear');
  const dueAt = new Date(now.getTime() + (isUnclear ? unclearMs : weekMs));
  await ProjectLinks.updateOne(mine, { $set: { repo, demo, dueAt, isAsked: false } });
  return true;
}

/** All whose turn it is: how many there were. */
export function checkDueLinks(deps: Pick<Deps, 'outbound' | 'now'>): Promise<number> {
  return untilNone(() => checkNextLinks(deps, deps.now()));
}
