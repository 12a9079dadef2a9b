import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addressKey } from './address-key.js';

it.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['::FFFF:cb00:7109', '203.0.113.9'],
  ['0:0:0:0:0:ffff:203.0.113.9', '203.0.113.9'],
  ['::1', '0:0:0:0::/64'],
  ['::', '0:0:0:0::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['2001:db8::', '2001:db8:0:0::/64'],
  ['2001:0DB8:0:0:ffff::', '2001:db8:0:0::/64'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::', '2001:db8:1:2::/64'],
  ['::2:3:4:5:6', '0:0:0:2::/64'],
  ['64:ff9b::203.0.113.9', '64:ff9b:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['', ''],
  ['unknown', 'unknown'],
])('%s counts as %s', (address, expected) => {
  expect(addressKey(address)).toBe(expected);
});

const group = fc.integer({ min: 0, max: 0xffff });
const network = fc.tuple(group, group, group, group).filter(([a]) => a > 0);
const host = fc.tuple(group, group, group, group);
const hex = (groups: readonly number[]) => groups.map((each) => each.toString(16));

/** Other ways to write the same: leading zeros, capitals, one run of zeros left out. */
const spellings = (groups: readonly number[]): string[] => {
  const plain = hex(groups).join(':');
  const [run] = (plain.match(/(?:^|:)0(?::0)*(?=:|$)/g) ?? []).toSorted((a, b) => b.length - a.length);
  const short = run === undefined ? plain : plain.replace(run, '::').replace(/:{3,}/, '::');
  return [
    plain,
    plain.toUpperCase(),
    hex(groups)
      .map((each) => each.padStart(4, '0'))
      .join(':'),
    short,
  ];
};

it('is one key for all addresses of a /64, however they are written, and another for another /64', () => {
  fc.assert(
    fc.property(network, network, host, host, (ours, theirs, one, two) => {
      const keys = new Set([...spellings([...ours, ...one]), ...spellings([...ours, ...two])].map(addressKey));
      expect([...keys]).toEqual([`${hex(ours).join(':')}::/64`]);
      fc.pre(hex(ours).join() !== hex(theirs).join());
      expect(keys).not.toContain(addressKey(hex([...theirs, ...one]).join(':')));
    }),
  );
});

it('is the address itself for IPv4, mapped or not', () => {
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      expect([addressKey(address), addressKey(`::ffff:${address}`)]).toEqual([address, address]);
    }),
  );
});
