/** What one sheet holds: lines, actions, and characters of notes. */
export const mostLines = 50;
export const mostActions = 20;
export const mostNoteCharacters = 10_000;
