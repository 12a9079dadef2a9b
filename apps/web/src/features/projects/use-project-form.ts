import type { Project } from '@waymark/contract';
import { useEffect, useRef, useState } from 'react';
import { ProblemError } from '../../api/problem';
import { checkDraft } from './check-draft';
import { changesOf, type Draft, draftOf, fieldsOf, fieldsOfProject, isSame, type ProjectFields } from './draft';
import { useSaveProject } from './projects.queries';

interface Failure {
  error: unknown;
  /** Messages by path, as the server or `checkDraft` names it. */
  issues: Record<string, string>;
}

const none: Failure = { error: null, issues: {} };

function failureOf(error: unknown): Failure {
  const issues = error instanceof ProblemError ? error.errors.map((each) => [each.path, each.message] as const) : [];
  return { error, issues: Object.fromEntries(issues) };
}

function isRefusal(error: unknown): boolean {
  return error instanceof ProblemError && error.status >= 400 && error.status < 500;
}

/** The form of one project: what is typed, what is saved, and what stands between the two. */
export function useProjectForm(loaded: Project | null, initial: Draft) {
  const [saved, setSaved] = useState(loaded);
  const [draft, setDraft] = useState(() => (loaded ? draftOf(fieldsOfProject(loaded)) : initial));
  const [failure, setFailure] = useState(none);
  const [failedTries, setFailedTries] = useState(0);
  const [conflict, setConflict] = useState<Project | null>(null);
  const save = useSaveProject();
  const [key, setKey] = useState(() => crypto.randomUUID());
  const busy = useRef(false);
  // A create whose outcome is unknown is sent again as it was: its key belongs to that body.
  const sent = useRef<ProjectFields | null>(null);

  const clean = saved ? draftOf(fieldsOfProject(saved)) : initial;
  const isDirty = !isSame(draft, clean);

  useEffect(() => {
    if (!loaded || !saved || loaded.version <= saved.version || isDirty) return;
    setSaved(loaded);
    setDraft(draftOf(fieldsOfProject(loaded)));
  }, [loaded, saved, isDirty]);

  /** What was said against a field is about what stood there before. */
  function set(changes: Partial<Draft> | ((before: Draft) => Partial<Draft>)) {
    const changed = typeof changes === 'function' ? changes(draft) : changes;
    const isAbout = (path: string) => Object.keys(changed).some((name) => path === name || path.startsWith(`${name}.`));
    setFailure((before) => ({
      ...before,
      issues: Object.fromEntries(Object.entries(before.issues).filter(([path]) => !isAbout(path))),
    }));
    setDraft((before) => ({ ...before, ...(typeof changes === 'function' ? changes(before) : changes) }));
  }

  async function create(fields: ProjectFields): Promise<Project> {
    sent.current ??= fields;
    try {
      const project = await save.mutateAsync({ kind: 'create', body: sent.current, key });
      const typedSince = changesOf(sent.current, fields);
      sent.current = null;
      setSaved(project);
      return Object.keys(typedSince).length === 0 ? project : change(project, fields);
    } catch (error) {
      if (isRefusal(error)) sent.current = null;
      throw error;
    }
  }

  async function change(onto: Project, fields: ProjectFields): Promise<Project> {
    const changes = changesOf(fieldsOfProject(onto), fields);
    if (Object.keys(changes).length === 0) return onto;
    return save.mutateAsync({ kind: 'change', id: onto.id, version: onto.version, changes });
  }

  /** Saves `next` onto what is known to be saved. `null`: it could not be; the reasons are in the form. */
  async function submit(next: Draft = draft, onto: Project | null = saved): Promise<Project | null> {
    if (busy.current) return null;
    const issues = checkDraft(next);
    setFailure({ error: null, issues });
    if (Object.keys(issues).length > 0) {
      setFailedTries((before) => before + 1);
      return null;
    }
    busy.current = true;
    try {
      const project = await (onto ? change(onto, fieldsOf(next)) : create(fieldsOf(next)));
      setSaved(project);
      // What was typed while it was on its way stays.
      setDraft((typed) => (isSame(typed, next) ? draftOf(fieldsOfProject(project)) : typed));
      return project;
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'stale' && error.current)
        setConflict(error.current as Project);
      else setFailure(failureOf(error));
      setFailedTries((before) => before + 1);
      return null;
    } finally {
      busy.current = false;
    }
  }

  return {
    saved,
    draft,
    isDirty,
    isSaving: save.isPending,
    failure,
    failedTries,
    conflict,
    set,
    submit,
    closeConflict: () => setConflict(null),
    /** Goes on from what is saved elsewhere, with the merged fields as what is typed. */
    adopt: (current: Project, merged: ProjectFields) => {
      setSaved(current);
      setDraft(draftOf(merged));
      setConflict(null);
    },
    /** Forgets the saved project, so that the next save makes a new one. */
    saveAsNew: () => {
      setSaved(null);
      setKey(crypto.randomUUID());
      setFailure(none);
    },
  };
}
