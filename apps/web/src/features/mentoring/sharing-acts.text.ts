/** All words about changing, pausing and ending what a mentor sees. */
export const sharingActsText = {
  page: {
    title: 'What you share',
    eyebrow: 'Settings',
    link: 'Who sees what of yours, how it looks to them, and who looked when. You can narrow, pause or end it at any time.',
    linkAct: 'See what you share',
  },

  change: {
    act: 'See and change',
    actOf: (name: string) => `See and change what ${name} sees`,
    title: (name: string) => `What ${name} sees`,
    legend: 'What you share',
    confirm: 'Share this from now on',
    confirmNothing: 'Share nothing for now',
    quiet: (name: string) => `${name} gets no message about it; their page follows at once.`,
  },

  sees: (names: string, name: string) =>
    names ? `${name} sees your ${names}.` : `${name} sees your name, and nothing else.`,

  pause: {
    act: 'Pause',
    actOf: (name: string) => `Pause sharing with ${name}`,
    resume: 'Go on sharing',
    resumeOf: (name: string) => `Go on sharing with ${name}`,
    since: 'Paused since',
    what: (name: string) => `${name} sees your name and since when, and nothing else. What you had agreed to is kept.`,
    paused: (name: string) => `Paused. ${name} gets no message, and sees only your name and since when.`,
    resumed: (name: string) => `${name} sees again what you had agreed to.`,
  },

  handOver: {
    act: 'Download the hand-over',
    actOf: (name: string) => `Download the hand-over from ${name}`,
    offer:
      'Take a hand-over with you: where you stand, what you are on, what waits for review, and what was confirmed and written. It is yours to give to whoever comes next.',
    later: 'The hand-over can still be taken along.',
    done: 'The hand-over is downloaded.',
    file: (name: string) => `waymark-hand-over-${name}.md`,
  },

  end: {
    quiet: (name: string) => `${name} gets no message. You need not explain anything.`,
  },

  pausedLearners: {
    title: 'Paused by their learner',
    lead: 'They keep closed for a while what they share with you. It comes back by itself when they go on.',
    since: 'paused',
    more: 'Show more',
    loadFailed: 'Who has paused could not be loaded',
  },
};
