import type { Answer, Endpoints, Sent } from '@waymark/contract';
import { auditEvents } from '@waymark/contract/rules';

export type AuditFilter = NonNullable<Sent<Endpoints['exportAudit']>['query']>;
export type AuditRow = Answer<Endpoints['listAudit']>['items'][number];

const day = /^\d{4}-\d{2}-\d{2}$/;
const id = /^[0-9a-f]{24}$/;

function dayOf(text: string | null): string | undefined {
  if (!text || !day.test(text)) return undefined;
  const time = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(time.getTime()) || !time.toISOString().startsWith(text) ? undefined : text;
}

/** From the address; what it says wrongly does not filter. */
export function auditFilterOf(search: URLSearchParams): AuditFilter {
  const event = auditEvents.find((each) => each === search.get('event'));
  const account = search.get('account');
  const from = dayOf(search.get('from'));
  const to = dayOf(search.get('to'));
  return {
    ...(event && { event }),
    ...(account && id.test(account) && { account }),
    ...(from && { from }),
    ...(to && { to }),
  };
}

/** The address with one part of the filter changed; an empty value takes it away. */
export function withFilter(search: URLSearchParams, name: keyof AuditFilter, value: string): URLSearchParams {
  const next = new URLSearchParams(search);
  if (value) next.set(name, value);
  else next.delete(name);
  return next;
}
