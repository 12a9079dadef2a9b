import type { Choices, Proof, TopicState } from './progress.js';

/** One learner's way along a roadmap: what every figure is computed from. Topics left out are not started. */
export interface Way {
  choices: Choices;
  topics: Readonly<
    Record<
      string,
      { state: TopicState; proof: Proof | null; known: boolean; updatedAt: string | null; day?: string | undefined }
    >
  >;
  /** Logged minutes, by topic. */
  minutes?: Readonly<Record<string, number>>;
  /** When something last happened in the room of a topic. */
  touched?: Readonly<Record<string, string>>;
}

/** The learner's day since which a topic is in its state. What was set before days were kept is told by its time. */
export function dayOf(mark: Way['topics'][string] | undefined): string | null {
  return mark?.day ?? mark?.updatedAt?.slice(0, 10) ?? null;
}
