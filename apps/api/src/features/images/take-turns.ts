import { unavailable } from '../../http/problem.js';

interface Places {
  /** At work at once. */
  atWork: number;
  /** Held at once, at work or not; of one member. */
  held: number;
  ofOne: number;
}

/**
 * What is held in memory in this process, and worked on, has an end. `hold` refuses at once when there is no place;
 * `work`, inside it, waits for its turn.
 */
export function createTurns({ atWork, held, ofOne }: Places) {
  const holding = new Map<string, number>();
  const waiting: (() => void)[] = [];
  let all = 0;
  let working = 0;

  return {
    async hold<T>(member: string, act: () => Promise<T>): Promise<T> {
      const mine = holding.get(member) ?? 0;
      if (all >= held || mine >= ofOne) throw unavailable('Too many images are sent at once.', 2);
      all += 1;
      holding.set(member, mine + 1);
      try {
        return await act();
      } finally {
        all -= 1;
        const left = (holding.get(member) ?? 1) - 1;
        if (left > 0) holding.set(member, left);
        else holding.delete(member);
      }
    },

    async work<T>(act: () => Promise<T>): Promise<T> {
      if (working >= atWork) await new Promise<void>((resolve) => waiting.push(resolve));
      else working += 1;
      try {
        return await act();
      } finally {
        // Whoever waits takes this very place.
        const next = waiting.shift();
        if (next) next();
        else working -= 1;
      }
    },
  };
}

export type Turns = ReturnType<typeof createTurns>;
