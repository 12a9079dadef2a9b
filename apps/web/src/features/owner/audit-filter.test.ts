import { auditEvents } from '@waymark/contract/rules';
import { expect, it } from 'vitest';
import { type AuditFilter, auditFilterOf, withFilter } from './audit-filter';

const account = '0123456789abcdef01234567';
const read = (search: string) => auditFilterOf(new URLSearchParams(search));

it('reads the filter from the address', () => {
  expect(read(`event=signed-in&account=${account}&from=2026-11-01&to=2026-11-22`)).toEqual({
    event: 'signed-in',
    account,
    from: '2026-11-01',
    to: '2026-11-22',
  });
  expect(read('')).toEqual({});
});

it.each([
  'event=unheard-of',
  'event=',
  'account=me',
  `account=${account}0`,
  'from=2026-02-30',
  'from=yesterday',
  'to=2026-13-01',
  'to=22.11.2026',
  'more=this',
])('does not filter by what the address says wrongly: %s', (search) => {
  expect(read(search)).toEqual({});
});

it.each(auditEvents)('knows the event %s', (event) => {
  expect(read(`event=${event}`)).toEqual({ event });
});

it('is the same after a way through the address', () => {
  const filter: AuditFilter = { event: 'owner-claimed', account, from: '2024-02-29', to: '2026-12-31' };
  const search = Object.entries(filter).reduce(
    (address, [name, value]) => withFilter(address, name as keyof AuditFilter, value ?? ''),
    new URLSearchParams(),
  );
  expect(auditFilterOf(search)).toEqual(filter);
});

it('takes a part away without touching the rest, nor what it was given', () => {
  const search = new URLSearchParams('event=signed-in&from=2026-11-01');
  expect(withFilter(search, 'event', '').toString()).toBe('from=2026-11-01');
  expect(search.get('event')).toBe('signed-in');
});
