/** Apart from the shell's words, which every first load has. */
export const expiredText = {
  title: 'Your session has ended',
  text: 'Give your password to go on where you are. Nothing on this page is lost.',
  byProvider: 'You were signed out. Sign in where you did before; it leads back to this page.',
  banner: 'Your session has ended.',
  again: 'Sign in again',
  password: 'Password',
  notMe: 'Leave this page',
} as const;
