import type { Cohort, SeesWhom } from '@waymark/contract';
import { useState } from 'react';
import { isProblem, issueFor, ProblemError, sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { SelectField, TextField } from '../../ui/fields';
import { Notice } from '../../ui/notice';
import { notify } from '../../ui/toast';
import styles from './cohort.module.css';
import { useChangeCohort } from './cohorts.queries';
import { cohortsText } from './cohorts.text';

const text = cohortsText.settings;
const sees = Object.entries(text.seesWhom).map(([value, label]) => ({ value: value as SeesWhom, label }));

/** What one mentor typed stays theirs, whoever else saves meanwhile: they are told, and decide. */
export function CohortSettings({ cohort }: { cohort: Cohort }) {
  const change = useChangeCohort(cohort, () => text.saved);
  const [draft, setDraft] = useState({
    ...{ name: cohort.name, startsOn: cohort.startsOn ?? '', endsOn: cohort.endsOn ?? '', seesWhom: cohort.seesWhom },
    version: cohort.version,
  });
  const [isNameless, setNameless] = useState(false);
  const [isBackwards, setBackwards] = useState(false);
  const { error } = change;
  const isStale = isProblem(error, 'stale');
  const nameIssue = isNameless ? text.noName : issueFor(error, 'name');
  const endIssue = isBackwards ? text.backwards : issueFor(error, 'endsOn');
  const set = (more: Partial<typeof draft>) => setDraft({ ...draft, ...more });

  function save() {
    const { name, startsOn, endsOn, seesWhom, version } = draft;
    const endsFirst = startsOn !== '' && endsOn !== '' && endsOn < startsOn;
    setNameless(name.trim() === '');
    setBackwards(endsFirst);
    if (name.trim() === '' || endsFirst || change.isPending) return;
    change.mutate(
      { name: name.trim(), startsOn: startsOn || null, endsOn: endsOn || null, seesWhom, version },
      {
        onSuccess: (after) => setDraft((now) => ({ ...now, version: after.version })),
        onError: (failure) => {
          const current = failure instanceof ProblemError && (failure.current as Cohort | undefined);
          if (current) setDraft((now) => ({ ...now, version: current.version }));
        },
      },
    );
  }

  return (
    <section className={styles.section} aria-labelledby="cohort-settings">
      <h2 id="cohort-settings">{text.title}</h2>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {error && !nameIssue && !endIssue && <Notice tone="alarm">{isStale ? text.stale : sentenceFor(error)}</Notice>}
        <TextField
          label={text.name}
          value={draft.name}
          onChange={(name) => set({ name })}
          error={nameIssue}
          maxLength={80}
          required
        />
        <div className={styles.days}>
          <TextField
            label={text.startsOn}
            type="date"
            value={draft.startsOn}
            onChange={(startsOn) => set({ startsOn })}
            error={issueFor(error, 'startsOn')}
          />
          <TextField
            label={text.endsOn}
            type="date"
            value={draft.endsOn}
            onChange={(endsOn) => set({ endsOn })}
            error={endIssue}
          />
        </div>
        <SelectField
          label={text.sees}
          hint={text.seesHint}
          value={draft.seesWhom}
          onChange={(seesWhom) => set({ seesWhom })}
          options={sees}
        />
        <Button variant="main" type="submit" busy={change.isPending}>
          {text.save}
        </Button>
      </form>
      <Archive cohort={cohort} />
    </section>
  );
}

function Archive({ cohort }: { cohort: Cohort }) {
  const [isAsking, setAsking] = useState(false);
  const { name, version } = cohort;
  const change = useChangeCohort(cohort, () => text.isArchived(name));

  function archive() {
    setAsking(false);
    change.mutate(
      { isArchived: true, version },
      { onError: (error) => notify({ text: sentenceFor(error), tone: 'alarm' }) },
    );
  }

  return (
    <>
      <Button variant="danger" busy={change.isPending} onClick={() => setAsking(true)}>
        {text.archive}
      </Button>
      <Dialog
        open={isAsking}
        onClose={() => setAsking(false)}
        title={text.archiveTitle(name)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{text.archiveKeep}</Button>
            <Button variant="danger" onClick={archive}>
              {text.archiveConfirm}
            </Button>
          </>
        }
      >
        <p>{text.archiveText}</p>
      </Dialog>
    </>
  );
}

export function BringBack({ cohort }: { cohort: Cohort }) {
  const { archived } = cohortsText;
  const change = useChangeCohort(cohort, (after) => archived.isBack(after.name));
  const bringBack = () =>
    change.mutate(
      { isArchived: false, version: cohort.version },
      { onError: (error) => notify({ text: sentenceFor(error), tone: 'alarm' }) },
    );
  const action = (
    <Button busy={change.isPending} onClick={bringBack}>
      {archived.back}
    </Button>
  );
  return (
    <Notice tone="info" action={action}>
      {archived.forMentors}
    </Notice>
  );
}
