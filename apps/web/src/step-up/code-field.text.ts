/** Of the second factor, wherever a code of it is asked for. */
export const codeText = {
  code: 'Code of your authenticator',
  codeHint: 'Six digits. A new one every 30 seconds.',
  recovery: 'Recovery code',
  recoveryHint:
    'One of the ten that you kept when you set this up. Each works once; dashes and capitals do not matter.',
  useRecovery: 'No authenticator at hand? Use a recovery code',
  useCode: 'Use the authenticator',
} as const;
