import { z } from 'zod';
import { Id } from './endpoint.js';

/** A member, as others read of them. */
export const Person = z.strictObject({ id: Id, name: z.string(), handle: z.string() });
export type Person = z.infer<typeof Person>;
