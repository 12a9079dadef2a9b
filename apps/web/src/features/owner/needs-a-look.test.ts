import { expect, it } from 'vitest';
import { bytesText, millisecondsText } from './figures';
import { needsALook } from './needs-a-look';

type Known = Parameters<typeof needsALook>[0];

const well: Known = {
  settings: {
    name: 'Waymark',
    welcome: '',
    blaze: 'amber',
    signUp: { who: 'invited', domains: [], verifiedFirst: false },
    twoFactor: 'optional',
    version: 1,
  },
  instance: {
    name: 'Waymark',
    welcome: '',
    blaze: 'amber',
    signUp: { who: 'invited', verifiedFirst: false },
    twoFactor: 'optional',
    mail: 'smtp',
    providers: [],
    hasOwner: true,
  },
  health: {
    version: '1.0.0',
    startedAt: '2026-11-22T10:00:00Z',
    now: '2026-11-22T12:00:00Z',
    node: '20.0.0',
    memoryBytes: 1e8,
    eventLoopDelayMs: 3,
    database: { version: '8.0', kind: 'embedded', replicaSet: 'rs0', dataBytes: 1e6, freeBytes: 5e10 },
    counts: { members: 1, sessions: 1, enrolments: 0, projects: 0, cohorts: 0 },
    mail: { kind: 'smtp', waiting: 0, failed: 0, lastSentAt: null, lastFailure: null },
    jobs: { waiting: 3, givenUp: [] },
    keys: { signingKeys: 1, newestMadeAt: null },
    lastBackupAt: null,
  },
  hasTwoFactor: true,
};
const { settings, instance, health } = well;
const letters = { kind: 'letter', count: 2, since: '2026-11-20T10:00:00Z', lastFailure: 'RangeError' };
const keys = (changes: Partial<Known>) => needsALook({ ...well, ...changes }).map(({ key }) => key);

it('has nothing to say where all is well', () => {
  expect(keys({})).toEqual([]);
});

it.each<[string, Partial<Known>]>([
  ['no-mail', { instance: { ...instance, mail: 'none' } }],
  ['mailbox', { instance: { ...instance, mail: 'mailbox' } }],
  ['failed-mail', { health: { ...health, mail: { ...health.mail, failed: 2, lastFailure: 'No route' } } }],
  ['jobs', { health: { ...health, jobs: { waiting: 0, givenUp: [letters, { ...letters, kind: 'nudge' }] } } }],
  ['disk', { health: { ...health, database: { ...health.database, freeBytes: 1e9 } } }],
  ['open-door', { settings: { ...settings, signUp: { ...settings.signUp, who: 'anyone' } } }],
  ['two-factor-off', { settings: { ...settings, twoFactor: 'off' }, hasTwoFactor: false }],
  ['own-factor', { hasTwoFactor: false }],
])('points at %s alone', (key, changes) => {
  expect(keys(changes)).toEqual([key]);
});

it('counts what was given up over all kinds', () => {
  const jobs = { waiting: 0, givenUp: [letters, { ...letters, kind: 'nudge', count: 1 }] };
  const [look] = needsALook({ ...well, health: { ...health, jobs } });
  expect(look?.title).toBe('3 background jobs were given up');
});

it('lets anyone in without a word where addresses are confirmed first', () => {
  expect(keys({ settings: { ...settings, signUp: { who: 'anyone', domains: [], verifiedFirst: true } } })).toEqual([]);
});

it('does not guess at a disk that it cannot see', () => {
  expect(keys({ health: { ...health, database: { ...health.database, kind: 'own', freeBytes: null } } })).toEqual([]);
});

it.each([
  [0, '0 byte'],
  [999, '999 byte'],
  [1_500, '1.5 kB'],
  [147_000_000, '147 MB'],
  [74_400_000_000, '74 GB'],
  [2e15, '2,000 TB'],
])('says %i bytes as %s', (bytes, text) => {
  expect(bytesText(bytes, 'en')).toBe(text);
});

it('says how long a pause was', () => {
  expect(millisecondsText(134.6, 'en')).toBe('135 milliseconds');
});
