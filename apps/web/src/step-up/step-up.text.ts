export const stepUp = {
  title: 'Is it you?',
  text: 'This needs your password, given within the last ten minutes.',
  textOfCode: 'This needs a code of yours, given within the last ten minutes.',
  password: 'Password',
  act: 'Go on',
  wrong: 'This is not your password. Try again.',
  byCode: 'Give a code instead',
  byPassword: 'Give the password instead',
  textOfProvider: 'You sign in by another service. Sign in there once more; it leads back here. Then repeat this.',
  signInBy: (name: string) => `Sign in with ${name}`,
  confirmBy: (name: string) => `Confirm with ${name}`,
  neither: 'There is no password to ask for. Set one by “Forgot it?” on the sign-in page, then repeat this.',
} as const;
