import type { ProblemCode } from '@waymark/contract';
import type { z } from 'zod';
import { Problem } from './problem.js';

/** Every issue that the schema finds, as one problem. */
export function parse(schema: z.ZodType, value: unknown, code: ProblemCode): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.flatMap((issue) => {
    const path = issue.path.join('.');
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path: [...issue.path, key].join('.'), message: 'Not a field that we know' }));
    }
    const isWhole = issue.code === 'invalid_type' && path === '';
    return [{ path, message: isWhole ? 'Send a JSON object with the fields that this takes' : issue.message }];
  });
  throw new Problem(code, { errors });
}
