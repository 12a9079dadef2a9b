/** Apart from the words for what goes wrong, which every first load has. */
export const landing = {
  title: 'Learn a trade, and show it',
  eyebrow: 'Learning roadmaps, on your own server',
  lead: 'Waymark keeps three things apart that every other tracker mixes up: what you have read, what you have used, and what somebody who knows has seen you do.',
  signUp: 'Start your way',
  signIn: 'Sign in',
  byInvitation: 'New members come by invitation here. What you write is yours, and leaves with you.',
  look: 'Look at the roadmaps',
  free: 'No card, no newsletter. What you write is yours, and leaves with you.',
  marksTitle: 'Three marks, three claims',
  marks: {
    learned: { name: 'Learned', claim: 'A tick says that you read it.', more: 'You set it yourself, with one key.' },
    shown: {
      name: 'Shown',
      claim: 'A project shows that you used it.',
      more: 'Log what you build and say where each topic is in it.',
    },
    confirmed: {
      name: 'Confirmed',
      claim: 'A mentor confirms that you can do it.',
      more: 'You choose who sees what, and end it when you like.',
    },
  },
  live: 'The real one: open a stage, click a topic',
  stage: (number: number) => `Stage ${number}`,
  oneOf: (take: number, of: number) => `take ${take} of ${of}`,
  all: (topics: number) => `See all ${topics} topics`,
  noRoadmap: 'This Waymark has no Backend Developer roadmap. Have a look at the roadmaps that it has.',
  roadmaps: 'Roadmaps',
} as const;
