import { expect, it } from 'vitest';
import { insertWords } from './insert-words';

it.each([
  ['', 0, 'X.', 'X.|'],
  ['One.', 4, 'X.', 'One. X.|'],
  ['One. ', 5, 'X.', 'One. X.|'],
  ['One two', 3, 'X', 'One X| two'],
  ['One two', 4, 'X', 'One X| two'],
  ['One, two', 3, 'X', 'One X|, two'],
  ['(two)', 1, 'X', '(X| two)'],
  ['One\n\nTwo', 5, 'X.', 'One\n\nX.| Two'],
  ['One.', 4, '- X', 'One.\n\n- X|\n'],
  ['One two', 3, '## X', 'One\n\n## X|\n\ntwo'],
  ['', 0, 'X.\nY.', 'X.\nY.|\n'],
])('%j takes words at %d: %j', (text, at, words, expected) => {
  const inserted = insertWords(text, at, words);
  expect(`${inserted.text.slice(0, inserted.cursor)}|${inserted.text.slice(inserted.cursor)}`).toBe(expected);
});
