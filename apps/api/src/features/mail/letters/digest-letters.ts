import { type NotificationKind, notificationSentence } from '@waymark/contract';
import { type Letter, writeLetter } from './letter.js';
import type { To, WithLink } from './to.js';
import { oneLine, type Words, words } from './words.js';

/** What happened with one thing since it was last read. */
export interface Thread {
  kind: NotificationKind;
  /** What it is called, and what stands beside that: of a project the roadmap that it covers. */
  title: string;
  aside: string | null;
  /** It is about the reader's own work. */
  isMine: boolean;
  learner: string;
  /** Who did it; `null`: time, or nobody who is here still. */
  by: string | null;
  /** Of a `nudge`. */
  days: number | null;
  count: number;
}

const sentenceOf = (thread: Thread): Words => notificationSentence(thread, words);

const nameOf = ({ title, aside }: Thread): Words => (aside === null ? words`${title}` : words`${title} (${aside})`);

/** Everything that happened, in one line per thing. */
function lineOf(thread: Thread): Words {
  const more = thread.count - 1;
  const besides = more === 0 ? words`` : words` (and ${more} more since you last looked)`;
  return [...nameOf(thread), ...words`: `, ...sentenceOf(thread), ...besides];
}

/** The subject is cut at its end: what it is about comes first, and neither name may push the other out. */
const shortName = (text: string) => {
  const letters = [...oneLine(text)];
  return letters.length > 40 ? `${letters.slice(0, 39).join('')}…` : letters.join('');
};

function subjectOf(first: Thread, others: number): Words {
  const aside = first.aside === null ? null : shortName(first.aside);
  const name = nameOf({ ...first, title: shortName(first.title), aside });
  if (others === 0) return [...name, ...words`: `, ...sentenceOf(first).map(withoutStop)];
  return [...name, ...words` and ${others} more`];
}

const withoutStop = (piece: Words[number]) =>
  piece.isOthers ? piece : { ...piece, text: piece.text.replace(/\.$/, '') };

const mostThreads = 20;

export const digestLetters = {
  /** `url` leads to the one thing, or to all that is unread. */
  digest: (to: To & WithLink & { threads: readonly [Thread, ...Thread[]]; unsubscribeUrl: string }): Letter => {
    const { name, instance, url, threads, unsubscribeUrl } = to;
    const left = threads.length - mostThreads;
    return writeLetter({
      kind: 'digest',
      subject: subjectOf(threads[0], threads.length - 1),
      name,
      instance,
      paragraphs: [...threads.slice(0, mostThreads).map(lineOf), ...(left > 0 ? [words`And ${left} more.`] : [])],
      button: { label: threads.length === 1 ? 'Have a look' : 'See what is new', url },
      terms: words`How often such letters come is yours to choose, in your settings.`,
      unsubscribeUrl,
      why: words`you learn or mentor there.`,
    });
  },
};
