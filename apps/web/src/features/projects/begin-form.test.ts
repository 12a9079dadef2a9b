import type { Project } from '@waymark/contract';
import { expect, it } from 'vitest';
import { beginForm } from './begin-form';
import { draftOf, emptyDraft, fieldsOf, fieldsOfProject } from './draft';

const at = '2026-11-20T10:00:00Z';
const loaded: Project = {
  ...fieldsOf(emptyDraft),
  title: 'Saved',
  id: 'a'.repeat(24),
  version: 3,
  createdAt: at,
  updatedAt: at,
};
const base = fieldsOfProject(loaded);
const clean = draftOf(base);
const typed = { ...clean, title: 'Typed ' };

it('begins with what is saved, or with what a new one begins with', () => {
  expect(beginForm(loaded, emptyDraft, null)).toEqual({ saved: loaded, draft: clean, isRestored: false });
  expect(beginForm(null, emptyDraft, null)).toEqual({ saved: null, draft: emptyDraft, isRestored: false });
});

it('goes on with what was left on this device', () => {
  expect(beginForm(loaded, emptyDraft, { draft: typed, base, version: 3 })).toEqual({
    saved: loaded,
    draft: typed,
    isRestored: true,
  });
  expect(beginForm(null, emptyDraft, { draft: typed, base, version: 0 }).draft.title).toBe('Typed ');
});

it('goes on from the version that it was typed on, so that what was saved since is not overwritten', () => {
  const begun = beginForm(loaded, emptyDraft, { draft: typed, base: { ...base, title: 'Older' }, version: 2 });
  expect(begun.saved).toEqual({ ...loaded, title: 'Older', version: 2 });
  expect(begun.draft).toEqual(typed);
});

it('forgets a draft that is what is saved by now', () => {
  const begun = beginForm(loaded, emptyDraft, { draft: { ...clean, title: ' Saved ' }, base, version: 2 });
  expect(begun).toEqual({ saved: loaded, draft: clean, isRestored: false });
});
