import { everyPage } from '../../text/every-page.text';
import type { MarkKind } from '../../ui/mark';
import { type MapFilter, noFilter, type Requirement } from './map-filter';

const needs: readonly Requirement[] = ['core', 'optional', 'option'];
const mostLetters = 100;

/** The filter as an address has it: `?q=rest&mark=learning&need=core&hide=done,skipped`. What is unknown is left out. */
export function readFilter(search: string): MapFilter {
  const asked = new URLSearchParams(search);
  const hidden = (asked.get('hide') ?? '').split(',');
  const mark = asked.get('mark') ?? '';
  return {
    text: (asked.get('q') ?? '').slice(0, mostLetters),
    hideDone: hidden.includes('done'),
    hideSkipped: hidden.includes('skipped'),
    mark: Object.hasOwn(everyPage.marks, mark) ? (mark as MarkKind) : null,
    need: needs.find((need) => need === asked.get('need')) ?? null,
  };
}

/** `search` with the filter in it. What else it says stays; a filter that hides nothing leaves no trace. */
export function writeFilter(search: string, filter: MapFilter): string {
  const asked = new URLSearchParams(search);
  const hide = [filter.hideDone && 'done', filter.hideSkipped && 'skipped'].filter(Boolean).join(',');
  const says = { q: filter.text.trim() && filter.text, mark: filter.mark, need: filter.need, hide };
  for (const [name, value] of Object.entries(says)) {
    if (value) asked.set(name, value);
    else asked.delete(name);
  }
  const words = asked.toString().replaceAll('%2C', ',');
  return words && `?${words}`;
}

export function isSameFilter(a: MapFilter, b: MapFilter): boolean {
  return (Object.keys(noFilter) as (keyof MapFilter)[]).every((key) => a[key] === b[key]);
}
