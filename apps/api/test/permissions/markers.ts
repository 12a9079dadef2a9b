import type { Kind } from './relations.js';

/** What a learner’s things are found by in whatever is answered: words that nobody else writes, and figures. */
export interface Marked {
  id: string;
  handle: string;
  email: string;
  projectIds: readonly string[];
  reviewIds: readonly string[];
  helpIds: readonly string[];
  privateIds: readonly string[];
}

/** `name`: who it is. `private`: what nobody but its learner ever sees. `sentence`: what an ask to be mentored says. */
export type Marker = Kind | 'name' | 'private' | 'email' | 'sentence';

export const words = {
  name: 'Lenz Markname',
  comment: 'markcomment',
  suggestion: 'marksuggestion',
  topicHelp: 'marktopichelp',
  target: '2047-03-21',
  note: 'marknote',
  project: 'markproject',
  question: 'markquestion',
  said: 'marksaid',
  projectHelp: 'markprojecthelp',
  sentence: 'marksentence',
  sheet: 'marksheet',
  secret: 'markprivate',
};

/** Minutes of time that was logged, and days on which somebody was active, wherever a figure stands for them. */
const minutes = /[:,]613[,}\]\n]/;
const days = /"lastActiveDay":"2|"acts":(?:[5-9]|\d\d)\b|,20\d\d-\d\d-\d\d,/;
/** Three topics are done, which nobody else has. */
const done = /"done":3\b|,3,\d,0,/;

export function markersOf(marked: Marked): Record<Marker, readonly (string | RegExp)[]> {
  const { id, handle, email, projectIds, reviewIds, helpIds, privateIds } = marked;
  return {
    name: [/markname/i, id, handle],
    progress: [words.comment, words.suggestion, words.topicHelp, words.target, words.sheet, done, ...helpIds],
    activity: [minutes, days],
    notes: [words.note],
    projects: [words.project, words.question, words.said, words.projectHelp, ...projectIds, ...reviewIds],
    private: [words.secret, ...privateIds],
    email: [email],
    sentence: [words.sentence],
  };
}

export const isIn = (text: string, marker: string | RegExp): boolean =>
  typeof marker === 'string' ? text.includes(marker) : marker.test(text);
