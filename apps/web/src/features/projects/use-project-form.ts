import type { Project } from '@waymark/contract';
import { useCallback, useEffect, useRef, useState } from 'react';
import { isProblem, ProblemError } from '../../api/problem';
import { undecided } from './autosave';
import { beginForm } from './begin-form';
import { checkDraft } from './check-draft';
import { changesOf, type Draft, draftOf, fieldsOf, fieldsOfProject, isSame, type ProjectFields } from './draft';
import type { DraftStore } from './kept-draft';
import { compareEdits } from './merge-drafts';
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
export function useProjectForm(
  loaded: Project | null,
  initial: Draft,
  storeOf: (id: string | undefined) => DraftStore,
) {
  const [begun] = useState(() => beginForm(loaded, initial, storeOf(loaded?.id).read()));
  const [saved, showSaved] = useState(begun.saved);
  const [draft, setDraft] = useState(begun.draft);
  const [failure, setFailure] = useState(none);
  const [failedTries, setFailedTries] = useState(0);
  const [conflict, setConflict] = useState<Project | null>(null);
  const save = useSaveProject();
  const [key, setKey] = useState(() => crypto.randomUUID());
  const busy = useRef<Promise<unknown> | null>(null);
  // As they are now, for what waited for its turn to save.
  const latest = useRef({ saved, draft });
  latest.current.draft = draft;
  // A create whose outcome is unknown is sent again as it was: its key belongs to that body.
  const sent = useRef<ProjectFields | null>(null);

  const clean = saved ? draftOf(fieldsOfProject(saved)) : initial;
  // A space at the end is nothing to save, and what cannot be saved is something, too.
  const isWrong = Object.keys(checkDraft(draft)).length > 0;
  const isDirty = isWrong ? !isSame(draft, clean) : !isSame(fieldsOf(draft), fieldsOf(clean));
  const writable = saved && undecided(draft, clean);

  const setSaved = useCallback((project: Project | null) => {
    latest.current.saved = project;
    showSaved(project);
  }, []);

  // On this device from the first key on, until the server has it.
  const base = saved ? fieldsOfProject(saved) : fieldsOf(initial);
  const id = saved?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rest follows from these
  useEffect(() => {
    storeOf(id).keep(isDirty ? { draft, base, version: saved?.version ?? 0 } : null);
    if (id) storeOf(undefined).keep(null);
  }, [draft, saved, isDirty]);

  useEffect(() => {
    if (!loaded || !saved || loaded.version <= saved.version || isDirty) return;
    setSaved(loaded);
    setDraft(draftOf(fieldsOfProject(loaded)));
  }, [loaded, saved, isDirty, setSaved]);

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
  async function submit(given?: Draft, base?: Project): Promise<Project | null> {
    // What is being saved by itself comes first.
    while (busy.current) await busy.current;
    const next = given ?? latest.current.draft;
    const onto = base ?? latest.current.saved;
    const issues = checkDraft(next);
    setFailure({ error: null, issues });
    if (Object.keys(issues).length > 0) {
      setFailedTries((before) => before + 1);
      return null;
    }
    const sending = onto ? change(onto, fieldsOf(next)) : create(fieldsOf(next));
    busy.current = sending.catch(() => {});
    try {
      const project = await sending;
      setSaved(project);
      // What was typed while it was on its way stays.
      setDraft((typed) => (isSame(typed, next) ? draftOf(fieldsOfProject(project)) : typed));
      return project;
    } catch (error) {
      if (isProblem(error, 'stale') && error.current) setConflict(error.current as Project);
      else setFailure(failureOf(error));
      setFailedTries((before) => before + 1);
      return null;
    } finally {
      busy.current = null;
    }
  }

  /** What only another device changed is taken over where it stands; what both changed waits for the person. */
  function follow(current: Project, from: Project) {
    const theirs = fieldsOfProject(current);
    const { clashes, taken } = compareEdits(fieldsOfProject(from), fieldsOf(latest.current.draft), theirs);
    if (clashes.length > 0) return setConflict(current);
    const shown = draftOf(theirs);
    setSaved(current);
    setDraft((typed) => ({ ...typed, ...Object.fromEntries(taken.map((name) => [name, shown[name]])) }));
  }

  /** Saves what may be saved by itself, and says nothing of it. Whether it is saved now. */
  async function saveQuietly(): Promise<boolean> {
    const onto = latest.current.saved;
    if (busy.current || !onto) return false;
    const sent = undecided(latest.current.draft, draftOf(fieldsOfProject(onto)));
    if (Object.keys(checkDraft(sent)).length > 0) return true;
    const sending = change(onto, fieldsOf(sent));
    busy.current = sending.catch(() => {});
    try {
      setSaved(await sending);
      return true;
    } catch (error) {
      const isStale = isProblem(error, 'stale') && error.current;
      if (isStale) follow(error.current as Project, onto);
      else if (isRefusal(error)) setFailure(failureOf(error));
      return Boolean(isStale) || isRefusal(error);
    } finally {
      busy.current = null;
    }
  }

  return {
    saved,
    draft,
    isDirty,
    /** What can be saved by itself is not all saved. */
    isDue: writable !== null && !isSame(fieldsOf(writable), base) && !conflict,
    isMendedFirst: writable !== null && Object.keys(checkDraft(writable)).length > 0,
    isRestored: begun.isRestored,
    saveQuietly,
    forget: () => storeOf(saved?.id).keep(null),
    isSaving: save.isPending,
    failure,
    failedTries,
    conflict,
    set,
    submit,
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
