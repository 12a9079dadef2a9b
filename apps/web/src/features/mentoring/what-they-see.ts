import type { Consent, Counts, ProjectCard } from '@waymark/contract';
import { mentorSeesProject } from '@waymark/contract/rules';

/** What is mine right now, before anybody is let in. */
export interface Own {
  /** `null`: I do not follow the roadmap yet. */
  counts: Counts | null;
  activeDays: readonly string[];
  projects: readonly ProjectCard[];
}

/** What a mentor would see of it with this consent. `null`: not shared. */
export interface Seen {
  counts: Counts | 'nothing-yet' | null;
  activeDays: readonly string[] | null;
  projects: readonly ProjectCard[] | null;
  /** Private projects: seen by nobody, whatever is shared. */
  hiddenProjects: number;
}

export function whatTheySee(own: Own, consent: Consent): Seen {
  return {
    counts: consent.progress ? (own.counts ?? 'nothing-yet') : null,
    activeDays: consent.activity ? own.activeDays : null,
    projects: consent.projects ? own.projects.filter((project) => mentorSeesProject(project, consent)) : null,
    hiddenProjects: own.projects.filter((project) => project.visibility === 'private').length,
  };
}
