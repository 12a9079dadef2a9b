export const instance = {
  notFound: {
    title: 'No way leads here',
    text: 'There is no page at this address. It may have moved, or it was never yours to see.',
    home: 'Back to the start',
    roadmaps: 'See the roadmaps',
  },
  error: {
    title: 'This page lost its way',
    text: 'Something went wrong while showing it. What you saved before is safe. Try again; if it stays, reload the page.',
    newer: 'A newer version of Waymark is there, or the connection broke off. Reload the page to go on.',
    retry: 'Try again',
    reload: 'Reload',
    home: 'Back to the start',
  },
  unreachable: { title: 'Waymark cannot be reached', retry: 'Try again' },
} as const;
