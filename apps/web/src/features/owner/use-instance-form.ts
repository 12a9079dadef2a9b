import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { call } from '../../api/call';
import { isProblem } from '../../api/problem';
import { accountChanged } from '../../api/session';
import { useStepUp } from '../../step-up/use-step-up';
import { notify } from '../../ui/toast';
import { changesOf, domainsOf, draftOf, type Settings, type SettingsDraft } from './instance-draft';
import { settingsText as text } from './instance-settings.text';
import { settingsQuery, useRefreshOwner } from './owner.queries';

/** What is typed, what it was made from, and what came in between: nothing typed is lost by any of it. */
export function useInstanceForm(settings: Settings) {
  const client = useQueryClient();
  const refresh = useRefreshOwner();
  const { run, dialog } = useStepUp();
  const ref = useRef<HTMLFormElement>(null);
  // What the draft was made from, which may be older than the settings by now.
  const [base, setBase] = useState(settings);
  const [draft, setDraft] = useState(draftOf(settings));
  const [tries, setTries] = useState(0);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    if (tries > 0 && !busy) ref.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [tries, busy]);

  const take = (next: Settings) => {
    client.setQueryData(settingsQuery.queryKey, next);
    setBase(next);
    setDraft(draftOf(next));
    setFailure(null);
  };
  const save = async (version: number) => {
    const body = changesOf(base, draft);
    if (!body) return notify({ text: text.unchanged });
    setBusy(true);
    setFailure(null);
    try {
      const finished = await run(async () => take(await call('changeSettings', { body, ifMatch: version })));
      if (!finished) return;
      // Whether this owner has to set up a second factor may be another matter now.
      if (body.twoFactor) accountChanged(await call('readMe'));
      notify({ text: text.saved, tone: 'good' });
      await refresh();
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  const lacksDomain = tries > 0 && draft.signUp.who === 'domains' && domainsOf(draft.domains).length === 0;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setTries((count) => count + 1);
    if (draft.signUp.who === 'domains' && domainsOf(draft.domains).length === 0) return;
    void save(base.version);
  };
  const isStale = isProblem(failure, 'stale');
  const theirs = isStale ? (failure.current as Settings) : null;
  return {
    ref,
    base,
    draft,
    busy,
    failure,
    theirs,
    lacksDomain,
    dialog,
    onSubmit,
    change: (changes: Partial<SettingsDraft>) => setDraft((before) => ({ ...before, ...changes })),
    takeTheirs: () => theirs && take(theirs),
    saveMine: () => theirs && void save(theirs.version),
  };
}
