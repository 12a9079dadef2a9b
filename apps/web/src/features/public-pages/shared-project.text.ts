import { plural } from '../../text/plural';

/** Of a project's own page, and of what its learner sets about it. */
export const sharedText = {
  eyebrow: 'Project',
  by: 'Built by',
  brief: (title: string) => `It answers the brief “${title}”.`,
  hours: (hours: number) => `About ${plural(hours, 'hour', 'hours')} of work.`,
  from: 'Begun',
  writeUp: 'How it was built',
  topics: 'What it shows',
  noTopics: 'It names no topic of a roadmap.',
  confirmedBy: (name: string) => `confirmed by ${name}`,
  confirmed: 'confirmed by a mentor',
  at: (revision: number) => `at revision ${revision},`,
  approved: (approved: number, now: number) =>
    approved === now
      ? `Approved by a mentor at revision ${approved}.`
      : `Approved by a mentor at revision ${approved}, now at ${now}.`,
  missing: {
    title: 'Nothing is shown here',
    text: 'There is no project at this address. If somebody gave it to you, they may have taken the project back, or given it another address.',
  },
  failed: 'This project could not be loaded',

  share: {
    title: 'A page of its own',
    closed:
      'Only you and your mentors see this project. Set who may see it to “Anyone with its address” or “Everyone”, save, and it can have a page of its own.',
    lead: 'Whoever has this address sees the project, its write-up and which of its topics a mentor confirmed. No word of a review is on it.',
    make: 'Make its page',
    address: 'Its address',
    isNamed: 'Say who built it and who confirmed it',
    isNamedHint: 'Your name, and the names of reviewers who agreed to be named.',
    open: 'Open it',
    renew: 'Give it another address',
    renewed: 'It has another address now. The one before shows nothing any more.',
    saved: 'Saved.',
    failed: 'What its page is set to could not be loaded',
  },
} as const;
