/** `block` as a paragraph of its own at `at`, and where the cursor stands after it. */
export function insertBlock(text: string, at: number, block: string): { text: string; cursor: number } {
  const before = text.slice(0, at).trimEnd();
  const after = text.slice(at).trimStart();
  const start = before ? `${before}\n\n${block}` : block;
  return { text: after ? `${start}\n\n${after}` : `${start}\n`, cursor: start.length };
}
