import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { differences, type Place, type Settings } from './instance-draft';
import { settingsText as text } from './instance-settings.text';

interface StaleSettingsProps {
  /** What the draft was made from, and what another owner saved since. */
  base: Settings;
  theirs: Settings;
  busy: boolean;
  onTake: () => void;
  onSave: () => void;
}

/** A place as this page words it. */
function inWords(place: Place, settings: Settings): string {
  const { who, domains, verifiedFirst } = settings.signUp;
  switch (place) {
    case 'name':
      return settings.name;
    case 'welcome':
      return settings.welcome || text.empty;
    case 'blaze':
      return text.blazes[settings.blaze];
    case 'twoFactor':
      return text.factors[settings.twoFactor][0];
    case 'signUp':
      return [text.who[who][0], domains.join(', '), verifiedFirst && text.verifiedFirst].filter(Boolean).join('; ');
  }
}

const names: Record<Place, string> = {
  name: text.name,
  welcome: text.welcome,
  blaze: text.blaze,
  signUp: text.door,
  twoFactor: text.factor,
};

export function StaleSettings({ base, theirs, busy, onTake, onSave }: StaleSettingsProps) {
  const action = (
    <>
      <Button onClick={onTake}>{text.takeTheirs}</Button>
      <Button busy={busy} onClick={onSave}>
        {text.saveMine}
      </Button>
    </>
  );
  return (
    <Notice tone="alarm" title={text.stale} action={action}>
      <p>{text.staleText}</p>
      <ul>
        {differences(base, theirs).map((place) => (
          <li key={place}>
            {names[place]}: {inWords(place, theirs)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
