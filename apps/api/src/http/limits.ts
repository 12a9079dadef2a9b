import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type mongoose from 'mongoose';
import { RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible';
import { requestIdOf } from './log.js';
import { Problem, sendProblem, unavailable } from './problem.js';

const mostInFlight = 200;

/** More than 200 requests at once are told to come back, before they cost anything. */
export function limitInFlight(): RequestHandler {
  let inFlight = 0;
  return (_req: Request, res: Response, next: NextFunction) => {
    if (inFlight >= mostInFlight) {
      return sendProblem(res, unavailable('Too many requests at once.'), requestIdOf(res));
    }
    inFlight += 1;
    let isCounted = true;
    const leave = () => {
      if (isCounted) inFlight -= 1;
      isCounted = false;
    };
    // A stream of events would never leave: it has a limit of its own.
    res.locals.leaveFlight = leave;
    res.once('close', leave);
    next();
  };
}

export interface Limiter {
  /** Counts one try, or so many at once; throws `too-many-requests` with `Retry-After` when they are used up. */
  take(key: string, tries?: number): Promise<void>;
  /** How many are left now. */
  left(key: string): Promise<number>;
  /** Forgets the tries, after one that was right. */
  forget(key: string): Promise<void>;
  /** Counts one try less: it was right, and the wrong ones before it still count. */
  giveBack(key: string): Promise<void>;
}

interface Limiting {
  connection: mongoose.Connection;
  /** What the owner multiplies every limit by, for load tests. */
  env: { rateLimitFactor: number };
}

/** `tries` per `seconds`, counted atomically in MongoDB, so that several API processes count as one. */
export function createLimiter({ connection, env }: Limiting, name: string, tries: number, seconds: number): Limiter {
  const limiter = new RateLimiterMongo({
    storeClient: connection.getClient(),
    dbName: connection.name,
    tableName: 'ratelimits',
    keyPrefix: name,
    points: Math.ceil(tries * env.rateLimitFactor),
    duration: seconds,
    // Indexes are made at start, by `ensureIndexes`.
    disableIndexesCreation: true,
  });
  return {
    async take(key, tries = 1) {
      try {
        await limiter.consume(key, tries);
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        // Of many at once none was used: fewer may still be taken.
        if (tries > 1) await limiter.reward(key, tries);
        const wait = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
        throw new Problem('too-many-requests', {
          detail: `Wait ${wait < 90 ? `${wait} seconds` : `${Math.ceil(wait / 60)} minutes`}, then try again.`,
          headers: { 'Retry-After': String(wait) },
        });
      }
    },
    async left(key) {
      const taken = await limiter.get(key);
      return taken ? Math.max(0, taken.remainingPoints) : limiter.points;
    },
    async forget(key) {
      await limiter.delete(key);
    },
    async giveBack(key) {
      await limiter.reward(key);
    },
  };
}
