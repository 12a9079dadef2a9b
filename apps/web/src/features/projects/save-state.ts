import type { Project } from '@waymark/contract';
import { projectsText } from './projects.text';

interface FormState {
  saved: Project | null;
  isDirty: boolean;
  isDue: boolean;
  isMendedFirst: boolean;
  isSaving: boolean;
  hasFailed: boolean;
  conflict: Project | null;
}

const { state } = projectsText;

/** What of the form is saved, where, and what it waits for. */
export function saveState({ saved, isDirty, isDue, isMendedFirst, isSaving, hasFailed, conflict }: FormState): string {
  if (conflict) return state.conflict;
  if (isSaving) return state.saving;
  if (!isDirty) return saved ? projectsText.saved : '';
  if (!saved) return state.new;
  if (isMendedFirst) return state.mend;
  if (hasFailed) return state.failed;
  return isDue ? state.soon : state.decide;
}
