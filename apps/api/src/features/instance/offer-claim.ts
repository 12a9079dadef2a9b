import type { Deps } from '../../deps.js';
import { makeLink } from '../credentials/links.js';
import { pageUrl } from '../mail/address-letter.js';
import { hasOwner } from '../members/owners.js';

/**
 * Where nobody owns the instance: lines for the person who started it, with a link that makes the first owner of who
 * opens it. They are for the terminal and never for the log. The link of an earlier start ends.
 */
export async function offerClaim({ env, now }: Pick<Deps, 'env' | 'now'>): Promise<string[]> {
  if (await hasOwner()) return [];
  const { token } = await makeLink({ kind: 'claim', accountId: null }, now());
  return [
    'Nobody owns this Waymark yet. Open this link to become its owner; it works once, and for seven days:',
    `  ${pageUrl({ env }, 'claim', token)}`,
    '',
  ];
}
