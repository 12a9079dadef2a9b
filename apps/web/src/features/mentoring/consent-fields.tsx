import type { Consent } from '@waymark/contract';
import { consentKeys } from '@waymark/contract/rules';
import { CheckField } from '../../ui/fields';
import { sharingText } from './sharing.text';

export const usualConsent: Consent = { progress: true, activity: true, notes: false, projects: true };

interface Props {
  consent: Consent;
  onChange: (consent: Consent) => void;
}

export function ConsentFields({ consent, onChange }: Props) {
  return consentKeys.map((key) => {
    const [label, line] = sharingText.consent[key];
    return (
      <CheckField
        key={key}
        label={label}
        hint={line}
        checked={consent[key]}
        onChange={(checked) => onChange({ ...consent, [key]: checked })}
      />
    );
  });
}
