import type { Deps } from '../../deps.js';
import type { AccountRecord } from '../accounts/accounts.model.js';
import { readSettings } from '../instance/settings.model.js';

/** A page of the web client, as letters and links name it. Built from the public address alone, never from a request. */
export function pageUrl({ env }: Pick<Deps, 'env'>, page: string, token?: string): string {
  return `${env.publicUrl}/${page}${token === undefined ? '' : `/${token}`}`;
}

/** Whose letter it is, and who sends it. */
export async function letterTo({ name }: Pick<AccountRecord, 'name'>): Promise<{ name: string; instance: string }> {
  return { name, instance: (await readSettings()).name };
}
