/** Words that every page shares. */
export const everyPage = {
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  retry: 'Try again',
  loading: 'Loading',
  optional: 'optional',
  show: 'Show',
  hide: 'Hide',
  showPassword: 'Show password',
  dismiss: 'Dismiss',
  later: 'Later',
  messages: 'Messages',
  loadFailed: 'This could not be loaded',
  marks: {
    not_started: 'Not started',
    learning: 'Learning',
    learned: 'Learned',
    shown: 'Shown',
    confirmed: 'Confirmed',
    skipped: 'Skipped',
  },
  bar: (counts: { required: number; done: number; shown: number; confirmed: number }) =>
    `${counts.done} of ${counts.required} done, ${counts.shown} shown, ${counts.confirmed} confirmed`,
} as const;
