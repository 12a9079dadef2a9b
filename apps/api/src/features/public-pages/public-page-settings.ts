import type { PublicPageChoices, PublicPageSettings } from '@waymark/contract';
import mongoose from 'mongoose';
import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import { checkVersion } from '../../http/version.js';
import { Project } from '../projects/projects.model.js';
import { PublicPage, type PublicPageRecord } from './public-pages.model.js';

const never: PublicPageSettings = {
  isPublic: false,
  about: '',
  sections: { roadmaps: [], proof: false, calendar: false, projects: [] },
  version: 0,
};

export function publicPageAnswer(record: PublicPageRecord): PublicPageSettings {
  const { isPublic, about, roadmaps, proof, calendar, projects, version } = record;
  return { isPublic, about, sections: { roadmaps, proof, calendar, projects: projects.map(String) }, version };
}

export async function readPublicPageSettings(accountId: string): Promise<PublicPageSettings> {
  const found = await PublicPage.findOne({ accountId }).lean<PublicPageRecord>();
  return found ? publicPageAnswer(found) : never;
}

/** Only roadmaps that there are, and projects of their own: nobody can put another's work on their page. */
export async function refuseOthersWork(deps: Deps, accountId: string, choices: PublicPageChoices): Promise<void> {
  const { roadmaps, projects } = choices.sections;
  const ids = projects.map((id) => new mongoose.Types.ObjectId(id));
  const mine = await Project.find({ _id: mongoose.trusted({ $in: ids }), learnerId: accountId }, { _id: 1 }).lean();
  const known = new Set(mine.map(({ _id }) => String(_id)));
  const at = (list: string, place: number, message: string) => ({ path: `sections.${list}.${place}`, message });
  const errors = [
    ...roadmaps.flatMap((slug, i) => (deps.roadmaps.has(slug) ? [] : [at('roadmaps', i, 'There is no such roadmap')])),
    ...projects.flatMap((id, i) => (known.has(id) ? [] : [at('projects', i, 'You have no such project')])),
  ];
  if (errors.length > 0) throw new Problem('invalid', { errors });
}

/** Runs in the caller's transaction. */
export async function changePublicPage(
  deps: Deps,
  accountId: string,
  ifMatch: number,
  choices: PublicPageChoices,
): Promise<PublicPageSettings> {
  const before = await readPublicPageSettings(accountId);
  checkVersion(ifMatch, before.version, () => before);
  await refuseOthersWork(deps, accountId, choices);
  const { isPublic, about, sections } = choices;
  const version = before.version + 1;
  const { modifiedCount, upsertedCount } = await PublicPage.updateOne(
    { accountId, version: before.version },
    { $set: { isPublic, about, ...sections, version } },
    { upsert: before.version === 0 },
  );
  if (modifiedCount + upsertedCount === 0) throw new Problem('conflict');
  return { ...choices, version };
}
