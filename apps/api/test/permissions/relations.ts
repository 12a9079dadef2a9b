import { type Consent, consentKeys } from '@waymark/contract';
import { everything, nothing } from '../build.js';

/** The kinds of things that a learner shares. */
export const kinds = consentKeys;
export type Kind = (typeof kinds)[number];

/** What a grant says: one kind alone, none, or all. */
export const scopes = ['none', ...kinds, 'all'] as const;
export type Scope = (typeof scopes)[number];

export const consentOf = (scope: Scope): Consent =>
  scope === 'all' ? everything : scope === 'none' ? nothing : { ...nothing, [scope]: true };

/**
 * Mentors whom the learner let in: on their own, or through a cohort; and what became of it. Each with each scope.
 */
export const granted = ['own', 'cohort', 'paused', 'ended', 'removed'] as const;
export type Granted = (typeof granted)[number];

/** All others there are. */
export const others = [
  'nobody',
  'stranger',
  'invited',
  'asked',
  'notLetIn',
  'creator',
  'owner',
  'mateNamed',
  'mateUnnamed',
  'learner',
] as const;
export type Other = (typeof others)[number];

export const meaning: Record<Granted | Other, string> = {
  own: 'mentors the learner on their own',
  cohort: 'mentors a cohort of the learner’s',
  paused: 'mentors the cohort, and the learner has paused it',
  ended: 'mentors the cohort, and the learner has ended it',
  removed: 'mentored the cohort, and was taken out of it',
  nobody: 'is not signed in',
  stranger: 'is any other member',
  invited: 'has invited the learner, who has not answered',
  asked: 'is asked by the learner, and has not answered',
  notLetIn: 'came to the cohort later, and the learner has not let them in',
  creator: 'made the cohort, and has no grant any more',
  owner: 'owns the instance',
  mateNamed: 'learns in a cohort that shows names, of which the learner’s is one',
  mateUnnamed: 'learns in a cohort that shows nobody',
  learner: 'is the learner',
};

export type Viewer = `${Granted}.${Scope}` | Other;
export const viewers: readonly Viewer[] = [
  ...granted.flatMap((each) => scopes.map((scope) => `${each}.${scope}` as const)),
  ...others,
];

export function partsOf(viewer: Viewer): { relation: Granted | Other; scope: Scope } {
  const [relation = '', scope = 'none'] = viewer.split('.');
  return { relation: relation as Granted | Other, scope: scope as Scope };
}

/** Whose grant is live: the two relations by which anything is seen at all. */
export const isLive = (viewer: Viewer): boolean => ['own', 'cohort'].includes(partsOf(viewer).relation);

/** The kinds of things that somebody may see at this moment. */
export function seenBy(viewer: Viewer): readonly Kind[] {
  const { scope } = partsOf(viewer);
  return isLive(viewer) ? kinds.filter((kind) => consentOf(scope)[kind]) : [];
}
