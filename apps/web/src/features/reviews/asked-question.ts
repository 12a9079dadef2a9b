import { unsentStore } from '../../api/unsent-store';

/** What is typed to ask for a review. */
export interface Typed {
  question: string;
  /** The key of a choice. */
  whom: string | null;
  /** One for one wish: sent twice it asks once, changed it is another wish. */
  key: string;
}

function isKept(value: unknown): value is Typed {
  const { question, whom, key } = (value ?? {}) as Partial<Typed>;
  return typeof question === 'string' && (whom === null || typeof whom === 'string') && typeof key === 'string';
}

/** Of one project. It is forgotten once it was asked, and when its member signs out. */
export const questionStore = (account: string, projectId: string) =>
  unsentStore({ kind: 'question', account, place: projectId, isKept });
