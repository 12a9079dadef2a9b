import { inject } from 'vitest';

/** The address of a database that belongs to this test worker alone; `suffix` gives it more than one. */
export function testDatabaseUri(suffix = ''): string {
  const url = new URL(inject('mongodbUri'));
  url.pathname = `/${inject('databasePrefix')}-${process.env.VITEST_POOL_ID ?? '0'}${suffix}`;
  return url.toString();
}
