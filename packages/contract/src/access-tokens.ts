import { z } from 'zod';
import { smallBody } from './accounts.js';
import { endpoint, Id, IdPath, Instant, PageQuery, pageOf, scopes } from './endpoint.js';
import { Name } from './values.js';

export const ScopeName = z.enum(scopes);

export const AccessTokenRow = z.strictObject({
  id: Id,
  name: z.string(),
  scopes: z.array(ScopeName),
  createdAt: Instant,
  expiresAt: Instant,
  lastUsedAt: Instant.nullable(),
});
export type AccessTokenRow = z.infer<typeof AccessTokenRow>;

export const accessTokens = {
  listAccessTokens: endpoint('listAccessTokens', {
    summary: 'My personal access tokens, never the tokens themselves',
    access: 'member',
    query: PageQuery,
    answer: pageOf(AccessTokenRow),
    problems: [],
  }),
  createAccessToken: endpoint('createAccessToken', {
    summary: 'Make a personal access token for a script; it is shown this once',
    access: 'member',
    stepUp: true,
    idempotent: false,
    bodyLimit: smallBody,
    body: z.strictObject({
      name: Name,
      scopes: z.array(ScopeName).min(1, 'Choose at least one').max(scopes.length),
      expiresInDays: z.int().min(1).max(366),
    }),
    answer: z.strictObject({ token: z.string(), row: AccessTokenRow }),
    statuses: [201],
    problems: ['conflict'],
  }),
  endAccessToken: endpoint('endAccessToken', {
    summary: 'End a personal access token',
    access: 'member',
    params: IdPath,
    answer: null,
    problems: ['not-found'],
  }),
};
