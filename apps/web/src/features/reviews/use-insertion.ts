import { type FocusEvent, type RefObject, useRef } from 'react';
import { insertWords } from './insert-words';

/**
 * Puts words into a form: at the cursor of the field that was in use last, else at the end of the one called `first`. The
 * focus goes there, behind what was put in.
 */
export function useInsertion(form: RefObject<HTMLFormElement | null>, first: string) {
  const last = useRef<HTMLTextAreaElement>(null);

  function onFocus({ target }: FocusEvent<HTMLElement>): void {
    if (target instanceof HTMLTextAreaElement) last.current = target;
  }

  /** `false`: there is no room for them. */
  function insert(words: string): boolean {
    const used = last.current?.isConnected ? last.current : null;
    const field = used ?? form.current?.querySelector<HTMLTextAreaElement>(`textarea[name="${first}"]`);
    if (!field) return false;
    const { text, cursor } = insertWords(field.value, used ? used.selectionEnd : field.value.length, words);
    if (field.maxLength >= 0 && text.length > field.maxLength) return false;
    field.focus();
    field.setRangeText(text, 0, field.value.length);
    // What is typed is heard the same way.
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.setSelectionRange(cursor, cursor);
    return true;
  }

  return { onFocus, insert };
}
