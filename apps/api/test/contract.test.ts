import { type Endpoint, endpoints } from '@waymark/contract';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { createApp } from '../src/app.js';
import { checkProblem } from './client.js';
import { send } from './send.js';
import { pathOf, startApp } from './start.js';

const app = await startApp();
const all: Endpoint[] = Object.values(endpoints);
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

interface Layer {
  route?: { path: string; methods: Record<string, boolean> };
  handle?: { stack?: Layer[] };
}

function routesIn(stack: readonly Layer[]): string[] {
  return stack.flatMap(({ route, handle }) => {
    const methods = Object.keys(route?.methods ?? {}).filter((method) => method !== '_all');
    return [...methods.map((method) => `${method.toUpperCase()} ${route?.path}`), ...routesIn(handle?.stack ?? [])];
  });
}

it('mounts every endpoint once, and nothing else under /api but the docs', () => {
  // Express has no type for what its router holds.
  const { stack } = (createApp(app.deps).handler as unknown as { router: { stack: Layer[] } }).router;
  const mounted = routesIn(stack).filter((route) => route.includes(' /api'));
  const expected = [...all.map(({ method, path }) => `${method} ${path}`), 'GET /api/openapi.json'];
  expect(mounted.toSorted()).toEqual(expected.toSorted());
});

it.each([...new Set(all.map(({ path }) => path))])(
  '%s answers 405 to any other method, before 401',
  async (pattern) => {
    const [first, ...others] = all.filter((endpoint) => endpoint.path === pattern);
    const here: string[] = [first, ...others].flatMap((endpoint) => endpoint?.method ?? []);
    const path = pathOf(first?.name ?? 'readMe', { id: '0123456789abcdef01234567', slug: 'backend', topicId: 'http' });
    for (const method of methods.filter((each) => !here.includes(each))) {
      const answered = await send(app.address, { method, path });
      expect(answered.status, `${method} ${path}`).toBe(405);
      expect(answered.headers.allow?.split(', ').toSorted()).toEqual(
        [...here, ...(here.includes('GET') ? ['HEAD'] : [])].toSorted(),
      );
      expect(checkProblem(answered).code).toBe('method-not-allowed');
    }
  },
);

it.each(['/api/openapi.json', '/api/docs', '/api/docs/'])('%s is read, never written to', async (path) => {
  for (const method of methods.slice(1)) {
    const answered = await send(app.address, { method, path });
    expect([answered.status, answered.headers.allow]).toEqual([405, 'GET, HEAD']);
    checkProblem(answered);
  }
});

it.each([
  '/api',
  '/api/',
  '/api/nothing',
  '/api/me/nothing',
  '/api/projects',
  '/api/me/projects/a/b',
  '/api/ME',
  '/api/health',
])('%s is not there, whatever the method, and asks for no token', async (path) => {
  for (const method of methods) {
    const answered = await send(app.address, { method, path });
    expect(answered.status, `${method} ${path}`).toBe(404);
    expect(checkProblem(answered).code).toBe('not-found');
  }
});

it('shows the docs without any other host', async () => {
  const page = await send(app.address, { method: 'GET', path: '/api/docs/' });
  expect(page.status).toBe(200);
  const [sources] = [[...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, source]) => source ?? '')];
  expect(sources.length).toBeGreaterThan(3);
  for (const source of sources) {
    expect(source).not.toMatch(/^(https?:)?\/\//);
    const part = await send(app.address, { method: 'GET', path: new URL(source, `${app.address}/api/docs/`).pathname });
    expect(part.status, source).toBe(200);
  }
  expect(page.text).not.toMatch(/<script>|<style>[^<]*url\(/);
});

type Json = Record<string, unknown>;
interface Operation {
  operationId: string;
  description?: string;
  security: Json[];
  parameters: { name: string; in: string; required: boolean; schema: Json }[];
  requestBody?: { required: boolean; content: Record<string, { schema: Json }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: Json }> }>;
}

async function readDocument() {
  const { text } = await send(app.address, { method: 'GET', path: '/api/openapi.json' });
  return JSON.parse(text) as {
    openapi: string;
    info: Json;
    paths: Record<string, Record<string, Operation>>;
    components: Json;
  };
}

it('describes every endpoint in OpenAPI 3.1, with its parameters, body, answers and admission', async () => {
  const document = await readDocument();
  expect(document).toMatchObject({
    openapi: expect.stringMatching(/^3\.1\.\d$/),
    info: { title: 'Waymark', version: expect.any(String) },
  });
  const described = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method} ${path}`),
  );
  expect(described.toSorted()).toEqual(
    all.map(({ method, path }) => `${method.toLowerCase()} ${path.replaceAll(/:(\w+)/g, '{$1}')}`).toSorted(),
  );
  for (const endpoint of all) {
    const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}');
    const operation = document.paths[path]?.[endpoint.method.toLowerCase()];
    expect(operation?.operationId).toBe(endpoint.name);
    const inPath = operation?.parameters.filter((parameter) => parameter.in === 'path') ?? [];
    expect(inPath.map(({ name }) => name)).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    expect(inPath.every(({ required }) => required)).toBe(true);
    const takes = endpoint.body ?? endpoint.upload;
    expect(operation?.requestBody !== undefined).toBe(takes !== undefined);
    const mayBeLeftOut = endpoint.upload ? false : (endpoint.body?.safeParse(undefined).success ?? true);
    expect(operation?.requestBody?.required ?? false).toBe(!mayBeLeftOut);
    const schemes = [{ accessToken: [] }, ...(endpoint.scope ? [{ personalAccessToken: [endpoint.scope] }] : [])];
    expect(operation?.security).toEqual(endpoint.access === 'anyone' ? [] : schemes);
    if (endpoint.scope) expect(operation?.description).toContain(`\`${endpoint.scope}\``);
    else expect(operation?.description).toBeUndefined();
    const statuses = Object.keys(operation?.responses ?? {});
    expect(statuses).toEqual(expect.arrayContaining((endpoint.statuses ?? [endpoint.status]).map(String)));
    if (endpoint.access !== 'anyone') expect(statuses).toContain('401');
    if (endpoint.ifMatch) expect(statuses).toEqual(expect.arrayContaining(['412', '428']));
    for (const answer of Object.values(operation?.responses ?? {})) expect(answer.description).toBeTruthy();
  }
});

it('says how to prove who asks, by a session or by a personal access token', async () => {
  const { components } = await readDocument();
  const schemes = components.securitySchemes as Record<string, Json>;
  expect(Object.keys(schemes)).toEqual(['accessToken', 'personalAccessToken']);
  for (const scheme of Object.values(schemes)) {
    expect(scheme).toMatchObject({ type: 'http', scheme: 'bearer', description: expect.any(String) });
  }
  expect(schemes.personalAccessToken?.bearerFormat).toMatch(/^waymark_/);
});

it('holds only valid JSON Schemas, and references that lead somewhere', async () => {
  const document = await readDocument();
  const ajv = new Ajv2020({ strict: true, strictTypes: false, validateFormats: false });
  const schemas = Object.values(document.paths).flatMap((item) =>
    Object.values(item).flatMap(({ parameters, requestBody, responses }) => [
      ...parameters.map(({ schema }) => schema),
      ...Object.values(requestBody?.content ?? {}).map(({ schema }) => schema),
      ...Object.values(responses).flatMap(({ content }) => Object.values(content ?? {}).map(({ schema }) => schema)),
    ]),
  );
  expect(schemas.length).toBeGreaterThan(100);
  for (const schema of schemas) {
    if (typeof schema.$ref === 'string') {
      const found = schema.$ref
        .slice(2)
        .split('/')
        .reduce<unknown>((part, key) => (part as Json)?.[key], document);
      expect(found, schema.$ref).toBeTypeOf('object');
    } else {
      expect(() => ajv.compile(schema), JSON.stringify(schema).slice(0, 300)).not.toThrow();
    }
  }
});
