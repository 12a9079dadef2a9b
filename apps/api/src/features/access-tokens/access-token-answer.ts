import type { AccessTokenRow } from '@waymark/contract';
import type { AccessTokenRecord } from './access-tokens.model.js';

/** What a member is told of a token of theirs: all but the token. */
export function accessTokenAnswer(record: AccessTokenRecord): AccessTokenRow {
  const { _id, name, createdAt, expiresAt, lastUsedAt } = record;
  return {
    id: String(_id),
    name,
    scopes: [...record.scopes],
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}
