import type { Project } from '@waymark/contract';
import { type Draft, draftOf, fieldsOf, fieldsOfProject, isSame } from './draft';
import type { KeptDraft } from './kept-draft';

interface Begun {
  saved: Project | null;
  draft: Draft;
  /** It goes on from what an earlier load left unsaved on this device. */
  isRestored: boolean;
}

/**
 * What a form begins with. A kept draft stands on the version that it was typed on: if that is not the newest any more,
 * saving it finds so, as with any change made elsewhere.
 */
export function beginForm(loaded: Project | null, initial: Draft, kept: KeptDraft | null): Begun {
  const clean = loaded ? draftOf(fieldsOfProject(loaded)) : initial;
  const draft = { ...clean, ...kept?.draft };
  if (!kept || isSame(fieldsOf(draft), fieldsOf(clean))) return { saved: loaded, draft: clean, isRestored: false };
  const isOlder = loaded !== null && kept.version < loaded.version;
  return { saved: isOlder ? { ...loaded, ...kept.base, version: kept.version } : loaded, draft, isRestored: true };
}
