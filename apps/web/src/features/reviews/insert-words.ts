import { insertBlock } from '../../ui/insert-block';

/** Markdown that wants lines of its own. */
const isBlock = (words: string): boolean => /\n|^(?:#{1,6} |[-*+>] |\d+[.)] |```)/.test(words);

/** `words` at `at`, in the line where that can be, and where the cursor stands after them. */
export function insertWords(text: string, at: number, words: string): { text: string; cursor: number } {
  if (isBlock(words)) return insertBlock(text, at, words);
  const before = text.slice(0, at);
  const after = text.slice(at);
  const start = `${before}${/[^\s(]$/.test(before) ? ' ' : ''}${words}`;
  return { text: `${start}${/^[^\s.,;:!?)]/.test(after) ? ' ' : ''}${after}`, cursor: start.length };
}
