export const passwordText = {
  lead: 'A new password signs you out everywhere else.',
  noneLead: 'You sign in by another service. With a password you can sign in here, too.',
  current: 'Current password',
  new: 'New password',
  newHint: 'At least 8 characters. A sentence is fine.',
  missingCurrent: 'Give the password that you have now',
  missingNew: 'Choose a password',
  wrong: 'This is not your current password. Try again.',
  change: 'Change the password',
  set: 'Set a password',
  changed: 'Your new password holds. You are signed out everywhere else.',
  forgot: 'Forgot it?',
} as const;
