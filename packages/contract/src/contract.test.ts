import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Endpoint, endpoints, paths, problems, routeOf } from './index.js';

const all = Object.entries(endpoints) as [keyof typeof paths, Endpoint][];
const schemasOf = ({ params, query, body, answer }: Endpoint) =>
  Object.entries({ params, query, body, answer }).flatMap(([part, schema]) => (schema ? [{ part, schema }] : []));

/** Everything that a schema is made of, itself first. */
function insideOf(schema: z.ZodType, seen = new Set<z.ZodType>()): Set<z.ZodType> {
  if (seen.has(schema)) return seen;
  seen.add(schema);
  const find = (value: unknown): void => {
    if (value instanceof z.ZodType) insideOf(value, seen);
    else if (Array.isArray(value)) value.forEach(find);
    else if (value && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
      Object.values(value).forEach(find);
    }
  };
  Object.values(schema.def).forEach(find);
  if (schema instanceof z.ZodObject) Object.values(schema.shape).forEach(find);
  return seen;
}

describe('the table of paths', () => {
  it('names every endpoint, and no other', () => {
    expect(Object.keys(endpoints).sort()).toEqual(Object.keys(paths).sort());
    for (const [name, endpoint] of all) expect(endpoint).toMatchObject({ name, ...routeOf(name) });
  });

  it('gives every route once: two that differ in a parameter’s name are one', () => {
    const routes = Object.values(paths).map((path) => path.replace(/:\w+/g, ':'));
    expect(routes.filter((route, place) => routes.indexOf(route) !== place)).toEqual([]);
  });

  it.each(Object.values(paths))('%s is a method and a path below /api', (path) => {
    expect(path).toMatch(/^(GET|POST|PUT|PATCH|DELETE) \/api(\/([a-z-]+|:[a-zA-Z]+))+$/);
  });
});

describe.each(all)('%s', (name, endpoint) => {
  it('parses exactly the parameters that are in its path', () => {
    const inPath = [...routeOf(name).path.matchAll(/:(\w+)/g)].map(([, id]) => id);
    const parsed = endpoint.params instanceof z.ZodObject ? Object.keys(endpoint.params.shape) : [];
    expect(parsed.sort()).toEqual(inPath.sort());
  });

  it('says who may, what it is, and which problems of its own it has', () => {
    expect(['anyone', 'member', 'owner']).toContain(endpoint.access);
    expect(endpoint.summary).toMatch(/^[A-Z].+[^.]$/);
    for (const code of endpoint.problems) expect(Object.keys(problems)).toContain(code);
    expect(new Set(endpoint.problems).size).toBe(endpoint.problems.length);
    expect(endpoint.status === 204).toBe(endpoint.answer === null);
  });

  it('refuses unknown fields, at every depth', () => {
    for (const { part, schema } of schemasOf(endpoint)) {
      for (const inner of insideOf(schema)) {
        if (inner instanceof z.ZodObject)
          expect(inner.def.catchall, `${part} has an open object`).toBeInstanceOf(z.ZodNever);
      }
    }
    for (const schema of [endpoint.params, endpoint.query, endpoint.body]) {
      const issues = schema?.safeParse({ isOwner: true }).error?.issues ?? [];
      if (schema) expect(issues.map(({ code }) => code)).toContain('unrecognized_keys');
    }
  });

  it('takes a body only where a method has one, and none that has no end', () => {
    if (endpoint.method === 'GET') expect(endpoint.body).toBeUndefined();
    if (endpoint.ifMatch) expect(endpoint.method).not.toBe('GET');
    for (const inner of endpoint.body ? insideOf(endpoint.body) : []) {
      if (inner instanceof z.ZodArray) expect(inner.def.checks?.length ?? 0).toBeGreaterThan(0);
    }
  });
});

it('finds an open object, however deep', () => {
  const open = z.object({ more: z.string() });
  const hidden = z.strictObject({ list: z.array(z.strictObject({ by: z.record(z.string(), open.nullable()) })) });
  expect(insideOf(hidden)).toContain(open);
  expect(insideOf(hidden.partial().refine(() => true))).toContain(open);
  expect(open.def.catchall).toBeUndefined();
});
