import type { RosterFilter } from '@waymark/contract';
import { rosterText } from './roster.text';

const { sorts, reasons } = rosterText;

const oneOf = <T extends string>(known: Record<T, string>, param: string | null): T | undefined =>
  param !== null && Object.hasOwn(known, param) ? (param as T) : undefined;

/** What the address asks for: of what nobody can ask for, nothing is. */
export function filterOf(search: URLSearchParams): Partial<RosterFilter> & Pick<RosterFilter, 'sort'> {
  const attention = oneOf(reasons, search.get('attention'));
  const q = search.get('q')?.trim().slice(0, 80);
  const cohort = search.get('cohort');
  return {
    sort: oneOf(sorts, search.get('sort')) ?? 'attention',
    ...(attention && { attention }),
    ...(q && { q }),
    ...(cohort && /^[0-9a-f]{24}$/.test(cohort) && { cohort }),
  };
}
