/** Apart from the shell's words, which every first load has. */
export const keyListText = {
  title: 'Keys',
  single: 'Single keys',
  singleHint: 'Switch them off if a stray key or speech input sets them off. Keys with Ctrl or ⌘ stay.',
} as const;
