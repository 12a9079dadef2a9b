import { z } from 'zod';

/** In every hostile text, so that it is found wherever it should not be. */
export const canary = 'canary-9d41';

/** A value nested so many times in objects and arrays. */
export function nested(depth: number): unknown {
  return Array.from({ length: depth }).reduce<unknown>((inner, _, i) => (i % 2 ? { a: inner } : [inner]), canary);
}

/** Texts that reach for something: a path, a script, an operator, a prototype, an end of line. */
export const hostileTexts: readonly string[] = [
  '',
  ' ',
  `${canary}\u0000`,
  `${canary}\u202etxt.exe`,
  `${canary}\ud800`,
  `\udfff${canary}`,
  `${canary}\r\nSet-Cookie: a=b`,
  `..%2f..%2f${canary}`,
  `../../../etc/${canary}`,
  `javascript:alert("${canary}")`,
  `data:text/html,<script>${canary}</script>`,
  `https://user:${canary}@example.org/`,
  `<img src=x onerror="${canary}">`,
  `' || this.password || '${canary}`,
  `{"$gt":"${canary}"}`,
  '$where',
  '__proto__',
  'constructor',
  'a.b.c',
  '0',
  '-1',
  '1e999',
  'NaN',
  '2026-13-45',
  '0000-01-01',
  '9999-12-31T23:59:60Z',
  '0001-01-01T00:00:00Z',
  'f'.repeat(24),
  `${canary}${'路'.repeat(500)}`,
  `${canary}${'x'.repeat(12_000)}`,
  `${canary}${'>'.repeat(2000)}`,
];

/** What JSON can hold beside text. */
export const hostileValues: readonly unknown[] = [
  ...hostileTexts,
  null,
  true,
  0,
  -1,
  1.5,
  2 ** 53,
  1e308,
  [],
  [null],
  [canary, { $gt: '' }],
  {},
  { $gt: '' },
  { $ne: null },
  { $regex: `^${canary}` },
  { $where: `sleep(5000) || '${canary}'` },
  { $in: [canary] },
  { toString: canary, valueOf: 1, toJSON: 1 },
  { 'a.b': canary, '': canary },
  nested(25),
];

interface JsonSchema {
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  additionalProperties?: JsonSchema | boolean;
  anyOf?: JsonSchema[];
}

/** Where a value can stand in what a schema describes: `['covers', 0, 'where']`. */
export function fieldsOf(schema: z.ZodType): (string | number)[][] {
  return walk(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema);
}

function walk({ properties, items, additionalProperties, anyOf }: JsonSchema): (string | number)[][] {
  const below = (key: string | number, inner: JsonSchema) => [[key], ...walk(inner).map((path) => [key, ...path])];
  return [
    ...Object.entries(properties ?? {}).flatMap(([key, inner]) => below(key, inner)),
    ...(items ? below(0, items) : []),
    ...(typeof additionalProperties === 'object' ? below('some-key', additionalProperties) : []),
    ...(anyOf ?? []).flatMap(walk),
  ];
}

/** A copy of `whole` with `value` at `path`; what is missing on the way is made. */
export function withAt(whole: unknown, path: readonly (string | number)[], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const isObject = typeof whole === 'object' && whole !== null;
  if (typeof key === 'number') {
    const list = Array.isArray(whole) ? [...whole] : [];
    list[key] = withAt(list[key], rest, value);
    return list;
  }
  const inner = isObject && !Array.isArray(whole) ? (whole as Record<string, unknown>) : {};
  return { ...inner, [key]: withAt(inner[key], rest, value) };
}
