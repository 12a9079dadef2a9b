import type { AccessTokenRow } from '@waymark/contract';

type ScopeName = AccessTokenRow['scopes'][number];

/** What a token may do, in plain words. */
export const scopeText: Record<ScopeName, string> = {
  'profile:read': 'See my profile: name, handle, e-mail address, time zone',
  'progress:read': 'See my roadmaps, topics and activity',
  'progress:write': 'Start and leave roadmaps, tick topics',
  'projects:read': 'See my projects, the private ones too',
  'projects:write': 'Log, change and delete projects',
  'mentoring:read': 'See my cohorts, what I share, and what learners share with me',
  'mentoring:write': 'Make cohorts, renew and end their join codes',
};

export const tokensText = {
  lead: 'For scripts and other programs of yours. Each acts as you, within what you let it do, until it ends.',
  docs: 'How programs use them',
  none: 'You have none.',
  loadFailed: 'Your tokens could not be loaded',
  make: 'Make a token',
  name: 'Name',
  nameHint: 'What it is for, so that you know it again.',
  scopes: 'What it may do',
  days: 'Ends after',
  dayChoices: { '7': '7 days', '30': '30 days', '90': '90 days', '366': '366 days' },
  act: 'Make it',
  noName: 'Give it a name',
  noScope: 'Choose at least one',
  made: (name: string) => `Your token “${name}”`,
  shownOnce: 'Copy it now: it is shown this once.',
  copy: 'Copy the token',
  done: 'I have kept it',
  used: 'last used',
  neverUsed: 'never used',
  ends: 'ends',
  end: 'End',
  endLabel: (name: string) => `End the token “${name}”`,
  endTitle: (name: string) => `End “${name}”?`,
  endText: 'What uses it is refused from its next request on. It cannot be brought back.',
  ended: (name: string) => `“${name}” has ended.`,
} as const;
