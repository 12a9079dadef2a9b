import type { Project } from '@waymark/contract';
import { expect, it } from 'vitest';
import { projectsText } from './projects.text';
import { saveState } from './save-state';

const saved = { version: 1 } as Project;
const calm = {
  saved,
  isDirty: false,
  isDue: false,
  isMendedFirst: false,
  isSaving: false,
  hasFailed: false,
  conflict: null,
};
const { state } = projectsText;

it.each([
  ['nothing was typed', {}, projectsText.saved],
  ['a new one is empty', { saved: null }, ''],
  ['a new one is typed', { saved: null, isDirty: true }, state.new],
  ['something is typed', { isDirty: true, isDue: true }, state.soon],
  ['only what is decided differs', { isDirty: true }, state.decide],
  ['it is on its way', { isDirty: true, isDue: true, isSaving: true }, state.saving],
  ['a field cannot be saved', { isDirty: true, isDue: true, isMendedFirst: true }, state.mend],
  ['the server does not answer', { isDirty: true, isDue: true, hasFailed: true }, state.failed],
  ['both devices changed it', { isDirty: true, isDue: true, hasFailed: true, conflict: saved }, state.conflict],
])('says what is so when %s', (_, now, words) => {
  expect(saveState({ ...calm, ...now })).toBe(words);
});
