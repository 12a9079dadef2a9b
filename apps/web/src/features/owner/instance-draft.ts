import type { Answer, Endpoints, Sent } from '@waymark/contract';

export type Settings = Answer<Endpoints['readSettings']>;
export type SettingsChanges = Sent<Endpoints['changeSettings']>['body'];
export type Place = Exclude<keyof Settings, 'version'>;

const places: readonly Place[] = ['name', 'welcome', 'blaze', 'signUp', 'twoFactor'];

/** The domains as they are typed: one text. */
export type SettingsDraft = Omit<Settings, 'version' | 'signUp'> & {
  signUp: Omit<Settings['signUp'], 'domains'>;
  domains: string;
};

export function draftOf({ name, welcome, blaze, signUp, twoFactor }: Settings): SettingsDraft {
  const { who, verifiedFirst, domains } = signUp;
  return { name, welcome, blaze, signUp: { who, verifiedFirst }, twoFactor, domains: domains.join(', ') };
}

/** `Example.org, @example.com` as two domains, each once. */
export function domainsOf(text: string): string[] {
  const domains = text.split(/[\s,;]+/).map((each) => each.replace(/^@/, '').replace(/\.$/, '').toLowerCase());
  return [...new Set(domains.filter(Boolean))];
}

function settingsOf(draft: SettingsDraft): Omit<Settings, 'version'> {
  const { name, welcome, blaze, twoFactor, signUp } = draft;
  const isByDomain = signUp.who === 'domains';
  return {
    name: name.trim(),
    welcome: welcome.trim(),
    blaze,
    twoFactor,
    signUp: {
      who: signUp.who,
      // Whoever signs up by their domain has to show that the address is theirs.
      verifiedFirst: isByDomain || signUp.verifiedFirst,
      domains: domainsOf(draft.domains),
    },
  };
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
const plain = ({ who, verifiedFirst, domains }: Settings['signUp']) => ({ who, verifiedFirst, domains });

/** Where two differ. */
export function differences(one: Omit<Settings, 'version'>, other: Omit<Settings, 'version'>): Place[] {
  return places.filter((place) =>
    place === 'signUp' ? !isSame(plain(one.signUp), plain(other.signUp)) : !isSame(one[place], other[place]),
  );
}

/** What was changed since `base`; what was left alone is not sent, so that it overwrites nobody's. `null`: nothing. */
export function changesOf(base: Settings, draft: SettingsDraft): SettingsChanges | null {
  const settings = settingsOf(draft);
  const changed = differences(base, settings);
  return changed.length > 0 ? Object.fromEntries(changed.map((place) => [place, settings[place]])) : null;
}
