import type { Project } from '@waymark/contract';

/** What a person decides about a project; the rest (id, version, times) is the server's. */
export type ProjectFields = Omit<Project, 'id' | 'version' | 'createdAt' | 'updatedAt'>;

/** A project as its form holds it: what is typed stays as it is typed, also while it is wrong. */
export interface Draft extends Omit<ProjectFields, 'repoUrl' | 'demoUrl' | 'hours' | 'startedOn' | 'finishedOn'> {
  repoUrl: string;
  demoUrl: string;
  hours: string;
  startedOn: string;
  finishedOn: string;
}

export const emptyDraft: Draft = {
  title: '',
  summary: '',
  writeUp: '',
  build: 'building',
  repoUrl: '',
  repoPath: '',
  demoUrl: '',
  stack: [],
  hours: '',
  startedOn: '',
  finishedOn: '',
  briefId: null,
  covers: [],
  visibility: 'private',
  isArchived: false,
};

export function fieldsOfProject(project: Project): ProjectFields {
  const { id: _id, version: _version, createdAt: _createdAt, updatedAt: _updatedAt, ...fields } = project;
  return fields;
}

export function draftOf(fields: ProjectFields): Draft {
  return {
    ...fields,
    repoUrl: fields.repoUrl ?? '',
    demoUrl: fields.demoUrl ?? '',
    hours: fields.hours === null ? '' : String(fields.hours),
    startedOn: fields.startedOn ?? '',
    finishedOn: fields.finishedOn ?? '',
  };
}

function hoursOf(text: string): number | null {
  const trimmed = text.trim().replace(',', '.');
  return trimmed === '' ? null : Number(trimmed);
}

/** What is sent for a draft. A number that is none becomes NaN: `checkDraft` has refused it before. */
export function fieldsOf(draft: Draft): ProjectFields {
  return {
    ...draft,
    title: draft.title.trim(),
    summary: draft.summary.trim(),
    repoUrl: draft.repoUrl.trim() || null,
    repoPath: draft.repoPath.trim().replace(/^\/+|\/+$/g, ''),
    demoUrl: draft.demoUrl.trim() || null,
    hours: hoursOf(draft.hours),
    startedOn: draft.startedOn || null,
    finishedOn: draft.finishedOn || null,
    covers: draft.covers.map((cover) => ({ ...cover, where: cover.where.trim() })),
  };
}

export type FieldName = keyof ProjectFields;

export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The fields of `fields` that differ from `base`. */
export function changesOf(base: ProjectFields, fields: ProjectFields): Partial<ProjectFields> {
  const names = Object.keys(fields) as FieldName[];
  return Object.fromEntries(
    names.filter((name) => !isSame(base[name], fields[name])).map((name) => [name, fields[name]]),
  );
}
