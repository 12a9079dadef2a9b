import { expect, it } from 'vitest';
import { insertBlock } from './insert-block';

it.each([
  ['', 0, 'X\n'],
  ['One', 3, 'One\n\nX\n'],
  ['One', 0, 'X\n\nOne'],
  ['One two', 3, 'One\n\nX\n\ntwo'],
  ['One\n\nTwo', 5, 'One\n\nX\n\nTwo'],
])('%j takes a paragraph at %d', (text, at, expected) => {
  const inserted = insertBlock(text, at, 'X');
  expect(inserted.text).toBe(expected);
  expect(inserted.text.slice(0, inserted.cursor).endsWith('X')).toBe(true);
});
