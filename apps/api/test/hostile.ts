import { z } from 'zod';
import { attacks } from './corpus/attack.texts.js';
import type { Families } from './corpus/families.js';
import { language } from './corpus/language.texts.js';
import { large } from './corpus/large.texts.js';
import { secrets } from './corpus/secret.texts.js';
import { structures } from './corpus/structures.js';
import { values } from './corpus/value.texts.js';

export { canary } from './corpus/families.js';
export { nested } from './corpus/structures.js';

/** Where `npm run prove -- hostile` wants its reports: then every value goes to every field. Else a sample does. */
export const reportFolder = process.env.WAYMARK_PROVE;

const texts: Families = { ...language, ...values, ...secrets, ...attacks, ...large };
const seed = 9041;

const distinct = <T>(all: readonly T[]) => [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];

/** All texts, and all values with them: none twice. */
export const allTexts: readonly string[] = distinct(Object.values(texts).flat());
export const allValues: readonly unknown[] = distinct([...allTexts, ...Object.values(structures).flat()]);

/** Mulberry32, begun by a text: the same place gets the same sample in every run, another place another one. */
function randomOf(place: string): () => number {
  let state = [...place].reduce((sum, letter) => Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 0x9e3779b1), seed) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** One of each of `count` families. */
function sampleOf<T>(families: Readonly<Record<string, readonly T[]>>, count: number, random: () => number): T[] {
  const pick = <V>(from: readonly V[]) => from[Math.floor(random() * from.length)] as V;
  const names = Object.keys(families).map((name) => ({ name, at: random() }));
  return names
    .toSorted((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ name }) => pick(families[name] ?? []));
}

/** The texts for one place, such as `signIn.email`: all, or a sample of its own. */
export function textsFor(place: string, count = 16): readonly string[] {
  return reportFolder ? allTexts : sampleOf(texts, count, randomOf(place));
}

/** The values for one field of a body: all, or a sample of its own. */
export function valuesFor(place: string, count = 18): readonly unknown[] {
  if (reportFolder) return allValues;
  const random = randomOf(place);
  return [null, ...sampleOf<unknown>(texts, count, random), ...sampleOf(structures, 6, random)];
}

interface JsonSchema {
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  additionalProperties?: JsonSchema | boolean;
  anyOf?: JsonSchema[];
}

/** Where a value can stand in what a schema describes: `['covers', 0, 'where']`. */
export function fieldsOf(schema: z.ZodType | undefined): (string | number)[][] {
  if (!schema) throw new Error('this part of the endpoint has no schema');
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
