import type { Project, Snapshot } from '@waymark/contract';

/** Whether a project, as it is saved, is what its reviewer sees. Who may see it is no part of that. */
export function isAsShown(project: Project, shown: Snapshot): boolean {
  const names = Object.keys(shown) as (keyof Snapshot)[];
  return names.every((name) => JSON.stringify(project[name]) === JSON.stringify(shown[name]));
}
