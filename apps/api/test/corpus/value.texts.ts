import { canary, cross, type Families, split } from './families.js';

/** Numbers, days, zones, addresses: texts that are read as something else. */
export const values: Families = {
  numbers: [
    ...[
      ...split(`
      0 ¦ -0 ¦ -1 ¦ 00 ¦ +1 ¦ 1. ¦ .5 ¦ 1.0 ¦ 1e5 ¦ 1E400 ¦ -1e999 ¦ 1e-400 ¦ 1_000
    `),
      ' 1',
      '1 ',
      '1\u0000',
    ],
    ...['NaN', 'Infinity', '-Infinity', '0x10', '0b11', '0o17', '1,000', '1.000,00', '１２', '٣٤', '²', 'Ⅷ', '½', '一'],
    ...['2147483647', '2147483648', '-2147483649', '4294967296', '9007199254740991', '9007199254740993'],
    ...split(`
      9223372036854775807 ¦ 9223372036854775808 ¦ 18446744073709551616 ¦ 0.1e1 ¦ 5e-324 ¦
      1.7976931348623159e308
    `),
    ...[
      '1'.repeat(400),
      `0.${'0'.repeat(400)}1`,
      '-'.repeat(200),
      '1/0',
      '1+1',
      '1;2',
      '100n',
      '$1',
      '٪',
      '0xFFFFFFFFFFFFFFFFF',
    ],
  ],
  words: [
    ...split(`
      true ¦ false ¦ null ¦ undefined ¦ None ¦ nil ¦ NULL ¦ TRUE ¦ yes ¦ on ¦ void ¦ [] ¦ {} ¦ [object Object] ¦
      function(){} ¦ ()=>{} ¦ NaN,NaN ¦ default ¦ admin ¦ root ¦ system ¦ me ¦ new ¦ current ¦ api ¦ owner
    `),
  ],
  days: [
    ...['2026-02-29', '2026-02-30', '2026-13-01', '2026-00-10', '2026-01-00', '2026-13-45', '0000-00-00', '0000-01-01'],
    ...split(`
      0001-01-01 ¦ 9999-12-31 ¦ 10000-01-01 ¦ -000001-01-01 ¦ +275760-09-13 ¦ +275760-09-14 ¦ 1582-10-10 ¦
      1969-12-31
    `),
    ...[
      ...split(`
      2100-02-29 ¦ 2000-02-29 ¦ 2026-W01-1 ¦ 2026-001 ¦ 20260101 ¦ 01/02/2026 ¦ 1.2.2026 ¦ 2026-1-1
    `),
      '2026-01-01 ',
    ],
    ...['2026-01-01T', '２０２６-01-01', 'now', 'tomorrow', 'today', '1e3', 'Invalid Date', `2026-01-01${canary}`],
  ],
  times: [
    ...[
      '2026-06-31T00:00:00Z',
      '2026-01-01T24:00:00Z',
      '2026-01-01T25:61:61Z',
      '2026-12-31T23:59:60Z',
      '9999-12-31T23:59:59Z',
    ],
    ...['0001-01-01T00:00:00Z', '0000-01-01T00:00:00Z', '2026-01-01T00:00:00+25:00', '2026-01-01T00:00:00+00:00:00'],
    ...['2026-01-01T00:00:00.000000001Z', '2026-01-01T00:00:00', '2026-01-01t00:00:00z', '2026-01-01 00:00:00Z'],
    ...[
      '1970-01-01T00:00:00Z',
      '2038-01-19T03:14:08Z',
      '2040-01-02T09:59:59Z',
      '2040-01-02T10:00:01Z',
      '2999-01-01T00:00:00Z',
    ],
    ...['-271821-04-20T00:00:00.000Z', '+275760-09-13T00:00:00.001Z', `2026-01-01T00:00:00.${'9'.repeat(300)}Z`],
  ],
  zones: [
    ...[
      ...split(`
      Mars/Base ¦ ../../etc/localtime ¦ Etc/GMT+99 ¦ UTC+5 ¦ +25:00 ¦ posix/UTC ¦ right/UTC
    `),
      'Europe/Berlin\u0000',
    ],
    ...[
      'europe/../UTC',
      'localtime',
      'Europe/Berlin;',
      `Europe/${canary}`,
      'CET6CEST',
      'A'.repeat(64),
      'Europe/Berlin '.repeat(9),
    ],
  ],
  addresses: [
    ...split(`
      a ¦ a@ ¦ @example.org ¦ a@@example.org ¦ a@b@example.org ¦ a@b ¦ a@-b.org ¦ a@b-.org ¦ a@.org ¦ a@org.
    `),
    ...['a@example..org', 'a@example.org.', '.a@example.org', 'a.@example.org', 'a..b@example.org', 'a b@example.org'],
    ...['"a b"@example.org', '"a\\"b"@example.org', 'a(comment)@example.org', '<a@example.org>', 'Ada <a@example.org>'],
    ...['a@example.org,b@example.org', 'a@example.org;b@example.org', 'a@[127.0.0.1]', 'a@[IPv6:::1]', 'a@127.0.0.1'],
    ...[
      ...split(`
      a@xn-- ¦ a@xn--a ¦ a@xn--80ak6aa92e.com ¦ a@b\u3002org ¦ ü@example.org ¦ a@exämple.org
    `),
      '\uff41@example.org',
    ],
    ...split(`
      a@EXAMPLE.ORG ¦ A@example.org ¦ a+tag@example.org ¦ a%b@example.org ¦ a!b!c@example.org ¦
      o'neil@example.org
    `),
    ...[`a@example.org\r\nBcc: ${canary}@example.org`, `a@example.org\n`, `a@example.org\u0000`, 'a@example.org\u202e'],
    ...[
      `${'a'.repeat(64)}@example.org`,
      `${'a'.repeat(65)}@example.org`,
      `a@${'b'.repeat(63)}.org`,
      `a@${'b'.repeat(64)}.org`,
    ],
    ...[
      `a@${'b.'.repeat(120)}org`,
      `${canary}@${'b'.repeat(300)}.org`,
      'mailto:a@example.org',
      `${canary}@example.org?cc=b`,
    ],
    ...split(`
      a@localhost ¦ a@example.org/../x ¦ |touch x@example.org ¦ \u0024{7*7}@example.org ¦ -oQ/tmp@example.org ¦
      a@example.123
    `),
  ],
  names: [
    ...cross(
      ['ada', 'a', '-ada', 'ada-', 'Ada', 'ada_b', 'ad a', 'ада', 'xn--ada', 'a--b', '.ada', 'ada.'],
      ['', '%2f', '@x'],
    ),
    ...[
      'api',
      'assets',
      'sign-in',
      'settings',
      'owner',
      'www',
      'a'.repeat(30),
      'a'.repeat(31),
      '0',
      '000',
      '-'.repeat(5),
    ],
  ],
};
