import { type Endpoint, endpoints, type ProblemCode, problems } from '@waymark/contract';
import { z } from 'zod';
import { version } from '../version.js';
import { mediaTypeOf } from './stream.js';
import { accessTokenPrefix } from './viewer.js';

type Json = Record<string, unknown>;

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' });
  return json;
};

const common: readonly ProblemCode[] = ['bad-request', 'too-many-requests', 'internal', 'unavailable'];

/** Every problem that this endpoint can answer with: its own, and what its admission and validation add. */
function problemsOf(endpoint: Endpoint): ProblemCode[] {
  const codes = new Set<ProblemCode>([...common, ...endpoint.problems]);
  if (endpoint.access !== 'anyone') codes.add('not-signed-in').add('not-allowed');
  if (endpoint.access !== 'anyone' && !endpoint.beforeTwoFactor) codes.add('two-factor-required');
  if (endpoint.cookies) codes.add('wrong-origin');
  if (endpoint.stepUp) codes.add('step-up-required');
  if (endpoint.method !== 'GET') for (const code of ['too-large', 'invalid'] as const) codes.add(code);
  if (endpoint.method !== 'GET' && !endpoint.upload) codes.add('not-json');
  if (endpoint.ifMatch) for (const code of ['if-match-required', 'stale'] as const) codes.add(code);
  if (endpoint.method !== 'GET' && endpoint.idempotent !== false) codes.add('key-reused');
  return [...codes];
}

function parametersOf(endpoint: Endpoint): Json[] {
  const listed = (where: 'path' | 'query', schema: z.ZodType | undefined): Json[] => {
    if (!schema) return [];
    const { properties = {}, required = [] } = schemaOf(schema, 'input') as { properties?: Json; required?: string[] };
    return Object.entries(properties).map(([name, inner]) => ({
      name,
      in: where,
      required: where === 'path' || required.includes(name),
      schema: inner,
    }));
  };
  const header = (name: string, pattern: string, description: string, required = false): Json => ({
    name,
    in: 'header',
    required,
    description,
    schema: { type: 'string', pattern },
  });
  const isWrite = endpoint.method !== 'GET';
  return [
    ...listed('path', endpoint.params),
    ...listed('query', endpoint.query),
    ...(endpoint.ifMatch
      ? [header('If-Match', '^"[0-9]{1,15}"$', 'The ETag of the version that you are changing', true)]
      : []),
    ...(isWrite && endpoint.idempotent !== false
      ? [
          header(
            'Idempotency-Key',
            '^[!-~]{8,128}$',
            'The same key again gets the same answer, and has no second effect',
          ),
        ]
      : []),
  ];
}

/** An event is its fields, of which `data` holds the answer as JSON. Source: the HTML standard on server-sent events. */
function answerSchemaOf(answer: z.ZodType, streamed: Endpoint['streamed']): Json {
  const schema = schemaOf(answer, 'output');
  if (streamed !== 'events') return schema;
  return {
    type: 'object',
    required: ['data'],
    properties: {
      id: { type: 'string' },
      event: { type: 'string' },
      data: { type: 'string', contentMediaType: 'application/json', contentSchema: schema },
    },
  };
}

function responsesOf(endpoint: Endpoint): Json {
  const responses: Json = {};
  const mediaType = mediaTypeOf(endpoint).split(';')[0] ?? '';
  for (const status of endpoint.statuses ?? [endpoint.status]) {
    responses[status] = {
      description: endpoint.summary,
      ...(endpoint.answer && {
        content: { [mediaType]: { schema: answerSchemaOf(endpoint.answer, endpoint.streamed) } },
      }),
    };
  }
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of problemsOf(endpoint)) {
    const [status] = problems[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  for (const [status, codes] of byStatus) {
    responses[status] = {
      description: codes.map((code) => `\`${code}\`: ${problems[code][1]}`).join('; '),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    };
  }
  return responses;
}

/** Either of them will do. What stands in the brackets are the scopes that the token needs. */
function securityOf({ access, scope }: Endpoint): Json[] {
  if (access === 'anyone') return [];
  return [{ accessToken: [] }, ...(scope ? [{ personalAccessToken: [scope] }] : [])];
}

function operationOf(endpoint: Endpoint): Json {
  return {
    operationId: endpoint.name,
    summary: endpoint.summary,
    tags: [endpoint.path.split('/').find((part) => part && part !== 'api' && part !== 'me') ?? 'me'],
    ...(endpoint.scope && { description: `Takes a personal access token with the scope \`${endpoint.scope}\`, too.` }),
    security: securityOf(endpoint),
    parameters: parametersOf(endpoint),
    ...(endpoint.body && {
      requestBody: {
        required: !endpoint.body.safeParse(undefined).success,
        content: { 'application/json': { schema: schemaOf(endpoint.body, 'input') } },
      },
    }),
    ...(endpoint.upload && {
      requestBody: {
        required: true,
        content: Object.fromEntries(
          endpoint.upload.map((type) => [type, { schema: { type: 'string', contentMediaType: type } }]),
        ),
      },
    }),
    responses: responsesOf(endpoint),
  };
}

const problemSchema: Json = {
  type: 'object',
  description: 'RFC 9457 problem details',
  required: ['type', 'title', 'status', 'code', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(problems) },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      maxItems: 20,
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: { path: { type: 'string' }, message: { type: 'string' } },
      },
    },
    requestId: { type: 'string' },
    current: { description: 'The state as it is now, with a 412' },
  },
};

const securitySchemes: Json = {
  accessToken: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'What a sign-in answers: ten minutes, for everything that its member may do.',
  },
  personalAccessToken: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: `${accessTokenPrefix}…`,
    description:
      'For scripts. A member makes it in the settings, for as many days as they choose and for named scopes; ' +
      'an operation that takes one says which scope it needs.',
  },
};

/** The OpenAPI 3.1 document, generated from the contract. */
export function openApiDocument(publicUrl: string): Json {
  const described: Record<string, Json> = {};
  for (const endpoint of Object.values(endpoints) as Endpoint[]) {
    const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}');
    described[path] = { ...described[path], [endpoint.method.toLowerCase()]: operationOf(endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Waymark', version, description: 'A self-hosted tracker for learning roadmaps.' },
    servers: [{ url: publicUrl }],
    paths: described,
    components: {
      securitySchemes,
      schemas: { Problem: problemSchema },
    },
  };
}
