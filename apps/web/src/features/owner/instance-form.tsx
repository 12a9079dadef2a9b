import { issueFor, ProblemError, sentenceFor } from '../../api/problem';
import { Button } from '../../ui/button';
import { TextArea, TextField } from '../../ui/fields';
import { Notice } from '../../ui/notice';
import { BlazeField } from './blaze-field';
import styles from './instance.module.css';
import type { Settings, SettingsDraft } from './instance-draft';
import { settingsText as text } from './instance-settings.text';
import { PolicyFields } from './policy-fields';
import { StaleSettings } from './stale-settings';
import { useInstanceForm } from './use-instance-form';

const beside = ['name', 'welcome', 'signUp', 'signUp.domains'];

/** What no field and no question says for itself. */
function Failure({ failure }: { failure: unknown }) {
  if (!failure) return null;
  if (failure instanceof ProblemError) {
    const path = failure.errors[0]?.path ?? '';
    if (failure.code === 'stale' || beside.some((each) => path === each || path.startsWith(`${each}.`))) return null;
    if (failure.code === 'no-mail') return <Notice tone="alarm">{text.needsMail}</Notice>;
  }
  return <Notice tone="alarm">{sentenceFor(failure)}</Notice>;
}

export function InstanceForm({ settings, hasMail }: { settings: Settings; hasMail: boolean }) {
  const form = useInstanceForm(settings);
  const { draft, failure, change } = form;
  return (
    <>
      <form ref={form.ref} className={styles.form} onSubmit={form.onSubmit} noValidate>
        {form.theirs && (
          <StaleSettings
            base={form.base}
            theirs={form.theirs}
            busy={form.busy}
            onTake={form.takeTheirs}
            onSave={form.saveMine}
          />
        )}
        <Failure failure={failure} />
        <Look draft={draft} failure={failure} change={change} />
        <PolicyFields
          draft={draft}
          change={change}
          hasMail={hasMail}
          domainsError={form.lacksDomain ? text.noDomain : domainIssue(failure)}
        />
        <div className={styles.save}>
          <Button type="submit" variant="main" busy={form.busy}>
            {text.save}
          </Button>
        </div>
      </form>
      {form.dialog}
    </>
  );
}

/** Of whichever domain it was: they are one field. */
function domainIssue(failure: unknown): string | undefined {
  if (!(failure instanceof ProblemError)) return undefined;
  return failure.errors.find(({ path }) => path.startsWith('signUp.domains'))?.message;
}

interface LookProps {
  draft: SettingsDraft;
  failure: unknown;
  change: (changes: Partial<SettingsDraft>) => void;
}

function Look({ draft, failure, change }: LookProps) {
  return (
    <section aria-labelledby="look" className={styles.section}>
      <h2 id="look">{text.look}</h2>
      <TextField
        label={text.name}
        hint={text.nameHint}
        autoComplete="off"
        maxLength={80}
        value={draft.name}
        onChange={(name) => change({ name })}
        error={issueFor(failure, 'name')}
      />
      <TextArea
        label={text.welcome}
        hint={text.welcomeHint}
        rows={2}
        maxLength={500}
        value={draft.welcome}
        onChange={(welcome) => change({ welcome })}
        error={issueFor(failure, 'welcome')}
      />
      <BlazeField value={draft.blaze} onChange={(blaze) => change({ blaze })} />
    </section>
  );
}
