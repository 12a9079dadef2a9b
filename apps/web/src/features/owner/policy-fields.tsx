import { CheckField, TextArea } from '../../ui/fields';
import { Notice } from '../../ui/notice';
import { ChoiceList } from './choice-list';
import styles from './instance.module.css';
import type { SettingsDraft } from './instance-draft';
import { settingsText as text } from './instance-settings.text';

type Who = SettingsDraft['signUp']['who'];
type TwoFactor = SettingsDraft['twoFactor'];
const whos: readonly Who[] = ['anyone', 'invited', 'domains'];
const policies: readonly TwoFactor[] = ['off', 'optional', 'mentors-and-owners', 'everyone'];

interface PolicyFieldsProps {
  draft: SettingsDraft;
  change: (changes: Partial<SettingsDraft>) => void;
  hasMail: boolean;
  domainsError: string | undefined;
}

export function PolicyFields({ draft, change, hasMail, domainsError }: PolicyFieldsProps) {
  const { who, verifiedFirst } = draft.signUp;
  const isByDomain = who === 'domains';
  return (
    <>
      <section aria-labelledby="door" className={styles.section}>
        <h2 id="door">{text.door}</h2>
        {!hasMail && <Notice tone="info">{text.needsMail}</Notice>}
        <ChoiceList
          label={text.door}
          hideLabel
          value={who}
          onChange={(next) => change({ signUp: { ...draft.signUp, who: next } })}
          options={whos.map((value) => ({
            value,
            label: text.who[value][0],
            hint: text.who[value][1],
            // What is chosen already stays choosable: it may be from a time with mail.
            disabled: value === 'domains' && !hasMail && !isByDomain,
          }))}
        />
        {isByDomain && (
          <TextArea
            label={text.domains}
            hint={text.domainsHint}
            rows={2}
            autoCapitalize="none"
            spellCheck={false}
            value={draft.domains}
            onChange={(domains) => change({ domains })}
            error={domainsError}
          />
        )}
        <CheckField
          label={text.verifiedFirst}
          hint={isByDomain ? text.verifiedAlways : text.verifiedHint}
          checked={isByDomain || verifiedFirst}
          disabled={isByDomain || (!hasMail && !verifiedFirst)}
          onChange={(checked) => change({ signUp: { ...draft.signUp, verifiedFirst: checked } })}
        />
      </section>
      <section aria-labelledby="factor" className={styles.section}>
        <h2 id="factor">{text.factor}</h2>
        <ChoiceList
          label={text.factorWho}
          value={draft.twoFactor}
          onChange={(twoFactor) => change({ twoFactor })}
          options={policies.map((value) => ({ value, label: text.factors[value][0], hint: text.factors[value][1] }))}
        />
      </section>
    </>
  );
}
