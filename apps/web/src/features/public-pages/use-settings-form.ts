import type { PublicPage, PublicPageChoices, PublicPageSettings } from '@waymark/contract';
import { useState } from 'react';
import { isProblem } from '../../api/problem';
import { notify } from '../../ui/toast';
import { usePreview, useSaveChoices } from './settings.queries';
import { settingsText as text } from './settings.text';

function choicesOf({ version: _, ...choices }: PublicPageSettings): PublicPageChoices {
  return choices;
}

/** The draft, the version that it was made from, and what is done with it. What was chosen survives every failure. */
export function useSettingsForm(loaded: PublicPageSettings) {
  const [draft, setDraft] = useState(() => choicesOf(loaded));
  const [version, setVersion] = useState(loaded.version);
  const [shown, setShown] = useState<PublicPage | null>(null);
  const [kept, setKept] = useState(draft);
  const saving = useSaveChoices();
  const preview = usePreview();
  const { error } = saving;
  const stale = isProblem(error, 'stale') ? (error.current as PublicPageSettings) : null;

  const save = (from = version) =>
    saving.mutate(
      { choices: draft, version: from },
      {
        onSuccess: (saved) => {
          setDraft(choicesOf(saved));
          setKept(choicesOf(saved));
          setVersion(saved.version);
          notify({ text: saved.isPublic ? text.savedPublic : text.savedPrivate, tone: 'good' });
        },
      },
    );
  const takeTheirs = (theirs: PublicPageSettings) => {
    setDraft(choicesOf(theirs));
    setKept(choicesOf(theirs));
    setVersion(theirs.version);
    saving.reset();
  };
  return {
    draft,
    setDraft,
    /** Something was chosen that is not saved. */
    isDirty: JSON.stringify(draft) !== JSON.stringify(kept),
    save,
    isSaving: saving.isPending,
    stale,
    takeTheirs,
    failure: stale ? preview.error : (error ?? preview.error),
    look: () => preview.mutate(draft, { onSuccess: setShown }),
    isLooking: preview.isPending,
    shown,
    endLook: () => setShown(null),
  };
}
