import { useQueryClient } from '@tanstack/react-query';
import type { Brief, Project, ProjectCard, Roadmap } from '@waymark/contract';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useSession } from '../../api/session';
import { Button } from '../../ui/button';
import { LeaveDialog } from '../../ui/leave-dialog';
import { Notice } from '../../ui/notice';
import { notify } from '../../ui/toast';
import { useLeaveGuard } from '../../ui/use-leave-guard';
import { BriefGuide } from './brief-guide';
import { ConflictDialog } from './conflict-dialog';
import { CoverPicker } from './cover-picker';
import { DeleteProject } from './delete-project';
import { type Draft, draftOf, fieldsOf, fieldsOfProject, type ProjectFields } from './draft';
import { draftStore } from './kept-draft';
import styles from './project-editor.module.css';
import { ProjectFacts, ProjectLinks, ProjectWhat } from './project-fields';
import { readTopics } from './projects.queries';
import { projectsText } from './projects.text';
import { ProofNote } from './proof-note';
import { allCovered, proofOutlook, type TopicsByRoadmap, turnedShown } from './proof-outlook';
import { SaveFailure } from './save-failure';
import { saveState } from './save-state';
import { knownTopics, titlesOf } from './topic-list';
import { useAutosave } from './use-autosave';
import { useProjectForm } from './use-project-form';
import { VisibilityField } from './visibility-field';

const text = projectsText;

interface Props {
  project: Project | null;
  initial: Draft;
  brief: Brief | null;
  sources: { roadmaps: readonly Roadmap[]; topics: TopicsByRoadmap; isPending: boolean; isError: boolean };
  others: readonly ProjectCard[];
  /** Where a new one was begun: what is typed there is kept apart from what is typed elsewhere. */
  place: string;
  onCreated: (id: string) => void;
  onDeleted: () => void;
  /** Something is typed that is not saved, or no more. */
  onDirty: (isDirty: boolean) => void;
}

export function ProjectEditor({
  project,
  initial,
  brief,
  sources,
  others,
  place,
  onCreated,
  onDeleted,
  onDirty,
}: Props) {
  const { account } = useSession();
  const form = useProjectForm(project, initial, (id) => draftStore(account?.id ?? '', id ?? place));
  const guard = useLeaveGuard(form.isDirty);
  const client = useQueryClient();
  const formElement = useRef<HTMLFormElement>(null);
  const { saved, draft, failure, set } = form;
  const { hasFailed } = useAutosave({ isDue: form.isDue, typed: draft, form: formElement, save: form.saveQuietly });
  const [isComparing, setComparing] = useState(false);
  const topics = knownTopics(sources.roadmaps, sources.topics);
  const fields = fieldsOf(draft);
  const outlook = proofOutlook(fields, saved, others, sources.topics, sources.roadmaps);
  const falling = proofOutlook({ ...fields, covers: [] }, saved, others, sources.topics, sources.roadmaps).falling;

  // biome-ignore lint/correctness/useExhaustiveDependencies: each failed try is the reason, and nothing typed since
  useEffect(() => {
    formElement.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [form.failedTries]);

  useEffect(() => onDirty(form.isDirty), [onDirty, form.isDirty]);

  async function save(next?: Draft, onto?: Project) {
    setComparing(true);
    const isNew = saved === null;
    const done = await form.submit(next, onto);
    if (!done) return null;
    const covered = allCovered(done.covers, sources.roadmaps);
    const followed = Object.keys(sources.topics);
    const after = await readTopics(
      client,
      followed.filter((slug) => covered.some((cover) => cover.roadmap === slug)),
    );
    const turned = turnedShown(covered, sources.topics, after);
    notify({ text: text.turnedShown(titlesOf(topics, turned)), tone: 'good' });
    if (isNew) guard.pass(() => onCreated(done.id));
    return done;
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    void save();
  }

  function resolve(merged: ProjectFields) {
    const { conflict } = form;
    if (!conflict) return;
    form.adopt(conflict, merged);
    void save(draftOf(merged), conflict);
  }

  return (
    <div className={styles.page}>
      <form ref={formElement} className={styles.form} noValidate onSubmit={onSubmit}>
        {form.isRestored && form.isDirty && <Notice tone="info">{text.restored}</Notice>}
        {form.conflict && !isComparing && (
          <Notice
            tone="alarm"
            title={text.conflict.title}
            action={<Button onClick={() => setComparing(true)}>{text.conflict.compare}</Button>}
          >
            {text.conflict.waits}
          </Notice>
        )}
        <SaveFailure failure={failure} onSaveAsNew={saved ? form.saveAsNew : undefined} />
        <ProjectWhat
          draft={draft}
          issues={failure.issues}
          set={set}
          projectId={saved?.id}
          findProject={async () => saved?.id ?? (await save())?.id ?? null}
        />
        <section>
          <h2>{text.sections.topics}</h2>
          <CoverPicker
            covers={draft.covers}
            topics={topics}
            isPending={sources.isPending}
            isError={sources.isError}
            issues={failure.issues}
            onChange={(change) => set((before) => ({ covers: change(before.covers) }))}
          />
          {!sources.isPending && <ProofNote outlook={outlook} topics={topics} />}
        </section>
        <ProjectLinks draft={draft} issues={failure.issues} set={set} />
        <ProjectFacts draft={draft} issues={failure.issues} set={set} />
        <section>
          <h2>{text.sections.who}</h2>
          <VisibilityField value={draft.visibility} onChange={(visibility) => set({ visibility })} />
        </section>
        <div className={styles.save}>
          <p role="status">{saveState({ ...form, hasFailed })}</p>
          <Button variant="main" type="submit" busy={form.isSaving}>
            {saved ? text.save : text.create}
          </Button>
        </div>
        {saved && (
          <DeleteProject
            project={saved}
            falling={titlesOf(topics, falling)}
            onDeleted={() => {
              form.forget();
              guard.pass(onDeleted);
            }}
          />
        )}
      </form>
      {brief && (
        <aside className={styles.aside}>
          <BriefGuide brief={brief} />
        </aside>
      )}
      {form.conflict && isComparing && (
        <ConflictDialog
          base={saved ? fieldsOfProject(saved) : fieldsOf(initial)}
          mine={fields}
          current={form.conflict}
          topics={topics}
          isSaving={form.isSaving}
          onClose={() => setComparing(false)}
          onResolve={resolve}
        />
      )}
      <LeaveDialog
        isOpen={guard.isAsking}
        onStay={guard.stay}
        onLeave={() => {
          form.forget();
          guard.leave();
        }}
      />
    </div>
  );
}
