import type { Offer, Proof } from '@waymark/contract';
import { plural } from '../../text/plural';

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

const backed: Record<Proof, string> = {
  learned: 'learned there',
  shown: 'shown by a project',
  confirmed: 'confirmed by a mentor',
};

export const offersText = {
  notice: (count: number, roadmaps: readonly string[]) =>
    `${plural(count, 'topic', 'topics')} here you know from ${list.format(roadmaps)}.`,
  look: 'Look at them',
  later: 'Not now',
  title: 'What you know already',
  intro:
    'These are the same things as on your other roadmap. Mark them as known, and they count as done here too, with their proof. Your pace and your calendar stay as they are.',
  from: ({ from }: Offer) => `From ${from.roadmapTitle}, ${backed[from.proof]}`,
  calledThere: (title: string) => `It is called “${title}” there.`,
  option: (choice: string) => `One way through “${choice}”: marking it takes it.`,
  accept: (count: number) => (count === 0 ? 'Mark as known' : `Mark ${plural(count, 'topic', 'topics')} as known`),
  accepted: (count: number) => (count === 1 ? '1 topic is known.' : `${plural(count, 'topic', 'topics')} are known.`),
  home: (count: number, roadmap: string, from: readonly string[]) =>
    `${plural(count, 'topic', 'topics')} of ${roadmap} you know from ${list.format(from)}`,
} as const;
