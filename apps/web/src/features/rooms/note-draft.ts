import { type UnsentStore, unsentStore } from '../../api/unsent-store';

/** What was typed and the server has not got yet, with the version that it was written on. */
export interface NoteDraft {
  text: string;
  base: number;
  /** What was on its way to the server when this was typed: it was written on that too. */
  sending?: string | undefined;
}

export type DraftStore = UnsentStore<NoteDraft>;

function isKept(value: unknown): value is NoteDraft {
  const { text, base } = (value ?? {}) as Partial<NoteDraft>;
  return typeof text === 'string' && typeof base === 'number';
}

/** Of one topic. */
export function draftStore(account: string, slug: string, topicId: string): DraftStore {
  return unsentStore({ kind: 'note', account, place: `${slug}/${topicId}`, isKept });
}
