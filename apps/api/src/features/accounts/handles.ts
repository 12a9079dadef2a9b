import { randomInt } from 'node:crypto';

const shortest = 3;
const longest = 24;

/** A handle made of a name: `Ada Lovelace` → `ada-lovelace`; from the second attempt on with digits behind it. */
export function handleFrom(name: string, attempt: number): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '');
  const base = plain.length >= shortest ? plain : 'learner';
  return attempt === 0 && plain.length >= shortest ? base : `${base}-${randomInt(1000, 99_999)}`;
}
