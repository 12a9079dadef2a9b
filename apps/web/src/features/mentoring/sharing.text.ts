import type { Consent } from '@waymark/contract';

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

const shares: Record<keyof Consent, string> = {
  progress: 'progress',
  activity: 'activity',
  notes: 'marked notes',
  projects: 'projects',
};

/** What is shared, by name. */
export function sharedNames(consent: Consent): string[] {
  return (Object.keys(shares) as (keyof Consent)[]).filter((key) => consent[key]).map((key) => shares[key]);
}

export const joinedNames = (consent: Consent) => list.format(sharedNames(consent));

/** All words about what one lets others see: joining, consent, and its end. */
export const sharingText = {
  join: {
    title: 'Join a cohort',
    code: 'Code',
    codeHint: 'Ten letters and digits, from your mentor. Spaces and hyphens do not matter.',
    noCode: 'A code has ten letters and digits',
    look: 'See what it is',
    another: 'Another code',
    mentoredBy: (names: readonly string[]) => `Mentored by ${list.format(names)}. `,
    onRoadmap: (title: string) => `On the roadmap ${title}. `,
    whatYouShareLead: (names: readonly string[]) =>
      `Only ${list.format(names)} will see it, and a mentor who comes later asks you first. You can change or end it at any time, in effect at once.`,
    join: 'Join and share this',
    joinNothing: 'Join and share nothing yet',
    joined: (name: string) => `You are in ${name}`,
    joinedLead: 'What you share can be changed or ended at any time, on the page of the cohort or in your settings.',
    toRoadmap: 'To the roadmap',
    toCohort: 'To the cohort',
  },

  consent: {
    progress: ['Progress', 'The state and proof of each topic, your plan and forecast, and what stands still.'],
    activity: ['Activity', 'On which days you did what on this roadmap.'],
    notes: ['Notes', 'Only those notes that you mark as shared, one by one.'],
    projects: ['Projects', 'Your projects, apart from those that only you may see, and what stands still with them.'],
  } satisfies Record<keyof Consent, [label: string, line: string]>,

  preview: {
    title: (names: readonly string[]) => `What ${list.format(names)} would see of you right now`,
    page: (names: readonly string[]) => `Your page to ${list.format(names)}, to be scrolled`,
    as: (names: readonly string[]) => `Drawn as the page of ${list.format(names)} will show it.`,
    notFollowed: 'You do not follow this roadmap yet. It starts for you with this, and nothing on it is done.',
    others: (names: readonly string[]) =>
      `${list.format(names)} sees more than you tick here, by something else that you share. It is in this picture.`,
    hidden: (count: number) =>
      count === 1
        ? 'One project is for you only and is never shown.'
        : `${count} projects are for you only and are never shown.`,
    failed: 'What they would see could not be drawn just now, so it is not asked of you to agree to it.',
    retry: 'Draw it again',
  },

  grants: {
    title: 'Who sees what',
    lead: 'Mentors see only what you let them, and only this. A change holds from their very next look.',
    none: 'Nobody sees anything of yours.',
    noneLead: 'When you join a cohort, its mentors stand here with what you share.',
    join: 'Join a cohort',
    loadFailed: 'What you share could not be loaded',
    onRoadmap: (title: string) => `on ${title}`,
    through: (cohort: string) => `through ${cohort}`,
    since: 'Shared since',
    looked: 'last looked',
    neverLooked: 'has not looked yet',
    told: (name: string) => `What ${name} is told`,
    toldNothing: (name: string) => `Nothing stands out to ${name}.`,
    toldLead: 'In the same words as it stands on their page. You read it a day before they do.',
    toldFrom: (name: string) => `${name} reads this from`,
    toldOff: (name: string) => `${name} sees neither your progress nor your projects, and is told nothing.`,
    changed: (name: string, consent: Consent) => {
      const named = sharedNames(consent);
      return named.length === 0 ? `${name} sees nothing now.` : `${name} now sees ${list.format(named)}.`;
    },
    notChanged: (why: string) => `That was not changed. ${why}`,
    end: (name: string) => `End sharing with ${name}`,
    endTitle: (name: string) => `End sharing with ${name}?`,
    endText: (name: string) =>
      `${name} will see nothing of yours on this roadmap, from this moment on. To share again, join with a code. To close it for a while only, pause it.`,
    endConfirm: 'End it',
    endKeep: 'Keep sharing',
    ended: (name: string) => `${name} sees nothing of yours any more.`,
  },
};
