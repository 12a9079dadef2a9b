import type { Build } from '@waymark/contract';
import { TextField } from '../../ui/fields';
import { Segmented } from '../../ui/segmented';
import type { Draft } from './draft';
import styles from './project-fields.module.css';
import { projectsText } from './projects.text';
import { StackField } from './stack-field';
import { WriteUpField } from './write-up-field';

const { fields, build, sections } = projectsText;

interface Props {
  draft: Draft;
  issues: Record<string, string>;
  set: (changes: Partial<Draft>) => void;
}

/** `stack.3` and the like stand beside the whole field. */
function issueUnder(issues: Record<string, string>, name: string): string | undefined {
  return Object.entries(issues).find(([path]) => path === name || path.startsWith(`${name}.`))?.[1];
}

interface WhatProps extends Props {
  projectId: string | undefined;
  findProject: () => Promise<string | null>;
}

export function ProjectWhat({ draft, issues, set, projectId, findProject }: WhatProps) {
  const builds: Build[] = ['idea', 'building', 'finished'];
  return (
    <section className={styles.fields}>
      <h2>{sections.what}</h2>
      <TextField
        label={fields.title}
        value={draft.title}
        onChange={(title) => set({ title })}
        error={issues.title}
        required
      />
      <TextField
        label={fields.summary}
        hint={fields.summaryHint}
        value={draft.summary}
        onChange={(summary) => set({ summary })}
        error={issues.summary}
      />
      <div className={styles.build}>
        <span aria-hidden="true">{fields.build}</span>
        <Segmented
          label={fields.build}
          value={draft.build}
          onChange={(next) => set({ build: next })}
          options={builds.map((value) => ({ value, label: build[value] }))}
        />
      </div>
      <WriteUpField
        projectId={projectId}
        findProject={findProject}
        value={draft.writeUp}
        onChange={(writeUp) => set({ writeUp })}
        error={issues.writeUp}
      />
    </section>
  );
}

export function ProjectLinks({ draft, issues, set }: Props) {
  return (
    <section className={styles.fields}>
      <h2>{sections.links}</h2>
      <div className={styles.two}>
        <TextField
          label={fields.repoUrl}
          hint={fields.repoUrlHint}
          type="url"
          inputMode="url"
          value={draft.repoUrl}
          onChange={(repoUrl) => set({ repoUrl })}
          error={issues.repoUrl}
        />
        <TextField
          label={fields.repoPath}
          hint={fields.repoPathHint}
          value={draft.repoPath}
          onChange={(repoPath) => set({ repoPath })}
          error={issues.repoPath}
        />
      </div>
      <TextField
        label={fields.demoUrl}
        hint={fields.demoUrlHint}
        type="url"
        inputMode="url"
        value={draft.demoUrl}
        onChange={(demoUrl) => set({ demoUrl })}
        error={issues.demoUrl}
      />
    </section>
  );
}

export function ProjectFacts({ draft, issues, set }: Props) {
  return (
    <section className={styles.fields}>
      <h2>{sections.facts}</h2>
      <StackField stack={draft.stack} onChange={(stack) => set({ stack })} error={issueUnder(issues, 'stack')} />
      <div className={styles.three}>
        <TextField
          label={fields.hours}
          inputMode="decimal"
          value={draft.hours}
          onChange={(hours) => set({ hours })}
          error={issues.hours}
        />
        <TextField
          label={fields.startedOn}
          type="date"
          value={draft.startedOn}
          onChange={(startedOn) => set({ startedOn })}
          error={issues.startedOn}
        />
        <TextField
          label={fields.finishedOn}
          type="date"
          value={draft.finishedOn}
          onChange={(finishedOn) => set({ finishedOn })}
          error={issues.finishedOn}
        />
      </div>
    </section>
  );
}
