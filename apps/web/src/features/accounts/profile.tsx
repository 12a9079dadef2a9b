import type { Account } from '@waymark/contract';
import { useMemo, useState } from 'react';
import { call } from '../../api/call';
import { isProblem, issueFor, sentenceFor } from '../../api/problem';
import { accountChanged } from '../../api/session';
import { everyPage } from '../../text/every-page.text';
import { Button } from '../../ui/button';
import { SelectField, TextField } from '../../ui/fields';
import layout from '../../ui/layout.module.css';
import { Notice } from '../../ui/notice';
import { notify } from '../../ui/toast';
import { FormFailure } from './form-failure';
import { settings } from './settings.text';
import { useSubmit } from './use-submit';

const text = settings.profile;

type Draft = Pick<Account, 'name' | 'handle' | 'timeZone'> & { weekStartsOn: number | null };
const hasSameProfile = (one: Account, other: Account) =>
  one.name === other.name &&
  one.handle === other.handle &&
  one.timeZone === other.timeZone &&
  one.weekStartsOn === other.weekStartsOn;
const draftOf = ({ name, handle, timeZone, weekStartsOn = null }: Account): Draft => ({
  ...{ name, handle, timeZone, weekStartsOn },
});

const weekStarts = [
  { value: '', label: text.weekByLocale },
  ...Array.from({ length: 7 }, (_, i) => ({
    value: String(i + 1),
    // 1 January 2024 was a Monday.
    label: new Intl.DateTimeFormat(undefined, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1 + i)),
  })),
];

function useZones(own: string) {
  return useMemo(() => {
    const zones = new Set(['UTC', own, ...Intl.supportedValuesOf('timeZone')]);
    return [...zones].toSorted().map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
  }, [own]);
}

export function Profile({ account }: { account: Account }) {
  const [draft, setDraft] = useState(draftOf(account));
  // What the draft was made from, which may be older than the account by now.
  const [base, setBase] = useState(account);
  // A new password or address is a new version too, and changes nothing of what is edited here.
  if (account.version > base.version && hasSameProfile(account, base)) setBase(account);
  const zones = useZones(account.timeZone);
  const change = (changes: Partial<Draft>) => setDraft({ ...draft, ...changes });
  const save = async (ifMatch: number) => {
    const saved = await call('changeMe', { body: draft, ifMatch });
    accountChanged(saved);
    setDraft(draftOf(saved));
    setBase(saved);
    notify({ text: text.saved, tone: 'good' });
  };
  const { form, busy, failure, onSubmit, setFailure } = useSubmit(() => save(base.version));
  const stale = isProblem(failure, 'stale') ? (failure.current as Account | null) : null;
  const taken = isProblem(failure, 'handle-taken') ? sentenceFor(failure) : undefined;
  const takeTheirs = (theirs: Account) => {
    accountChanged(theirs);
    setDraft(draftOf(theirs));
    setBase(theirs);
    setFailure(null);
  };
  return (
    <form ref={form} className={layout.stack} onSubmit={onSubmit} noValidate>
      {stale && (
        <Stale
          theirs={stale}
          onTake={() => takeTheirs(stale)}
          onSave={() => save(stale.version).then(() => setFailure(null), setFailure)}
        />
      )}
      <FormFailure
        failure={failure}
        beside={['handle-taken', 'name', 'handle', 'timeZone', ...(stale ? ['stale'] : [])]}
      />
      <TextField
        label={text.name}
        autoComplete="name"
        value={draft.name}
        onChange={(name) => change({ name })}
        error={issueFor(failure, 'name')}
      />
      <TextField
        label={text.handle}
        hint={text.handleHint}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={draft.handle}
        onChange={(handle) => change({ handle })}
        error={issueFor(failure, 'handle') ?? taken}
      />
      <SelectField
        label={text.timeZone}
        hint={text.timeZoneHint}
        value={draft.timeZone}
        onChange={(timeZone) => change({ timeZone })}
        options={zones}
        error={issueFor(failure, 'timeZone')}
      />
      <SelectField
        label={text.weekStart}
        hint={text.weekStartHint}
        value={String(draft.weekStartsOn ?? '')}
        onChange={(day) => change({ weekStartsOn: day === '' ? null : Number(day) })}
        options={weekStarts}
      />
      <div className={layout.row}>
        <Button type="submit" variant="main" busy={busy}>
          {everyPage.save}
        </Button>
      </div>
    </form>
  );
}

function Stale({ theirs, onTake, onSave }: { theirs: Account; onTake: () => void; onSave: () => void }) {
  const action = (
    <>
      <Button onClick={onTake}>{text.takeTheirs}</Button>
      <Button onClick={onSave}>{text.saveMine}</Button>
    </>
  );
  return (
    <Notice tone="alarm" title={text.stale} action={action}>
      <p>{text.staleText}</p>
      <ul>
        <li>
          {text.name}: {theirs.name}
        </li>
        <li>
          {text.handle}: {theirs.handle}
        </li>
        <li>
          {text.timeZone}: {theirs.timeZone}
        </li>
      </ul>
    </Notice>
  );
}
