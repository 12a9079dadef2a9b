import { expect, it } from 'vitest';
import { changesOf, differences, domainsOf, draftOf, type Settings } from './instance-draft';

const settings: Settings = {
  name: 'Waymark',
  welcome: '',
  blaze: 'amber',
  signUp: { who: 'anyone', domains: [], verifiedFirst: false },
  twoFactor: 'optional',
  version: 3,
};
const draft = draftOf(settings);

it('changes nothing by itself', () => {
  expect(changesOf(settings, draft)).toBeNull();
  expect(changesOf(settings, { ...draft, name: ' Waymark ' })).toBeNull();
  const byDomain: Settings = {
    ...settings,
    signUp: { verifiedFirst: true, domains: ['a.org', 'b.org'], who: 'domains' },
  };
  expect(changesOf(byDomain, draftOf(byDomain))).toBeNull();
});

it('sends what was changed and nothing else, so that it overwrites nobody’s', () => {
  expect(changesOf(settings, { ...draft, blaze: 'rose' })).toEqual({ blaze: 'rose' });
  expect(changesOf(settings, { ...draft, welcome: 'Hello ', twoFactor: 'everyone' })).toEqual({
    welcome: 'Hello',
    twoFactor: 'everyone',
  });
});

it('asks for a confirmed address wherever domains let people in', () => {
  const byDomain = { ...draft, signUp: { who: 'domains', verifiedFirst: false } as const, domains: 'Example.org' };
  expect(changesOf(settings, byDomain)).toEqual({
    signUp: { who: 'domains', verifiedFirst: true, domains: ['example.org'] },
  });
});

it.each([
  ['example.org', ['example.org']],
  ['Example.org, @b.example ; c.example\nexample.org.', ['example.org', 'b.example', 'c.example']],
  [' , ;\n', []],
])('reads the domains from %j', (text, domains) => {
  expect(domainsOf(text)).toEqual(domains);
});

it('names each place where two differ', () => {
  const theirs: Settings = {
    ...settings,
    name: 'Other',
    signUp: { ...settings.signUp, verifiedFirst: true },
    version: 4,
  };
  expect(differences(settings, theirs)).toEqual(['name', 'signUp']);
  const later: Settings = { ...settings, version: 9 };
  expect(differences(settings, later)).toEqual([]);
});
