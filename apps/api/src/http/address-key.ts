import { isIP } from 'node:net';

/**
 * What counts as one client: an IPv4 address, however it is written, or the /64 of an IPv6 address, because one
 * household has as many of those as it likes. What is no address, such as a name that a proxy made up, is itself.
 */
export function addressKey(address: string): string {
  const [plain = ''] = address.split('%');
  if (isIP(plain) !== 6) return plain.slice(0, 64);
  const groups = groupsOf(plain);
  const [first, second] = groups.slice(6) as [number, number];
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (isMapped) return [first >> 8, first & 255, second >> 8, second & 255].join('.');
  const network = groups.slice(0, 4).map((group) => group.toString(16));
  return `${network.join(':')}::/64`;
}

/** The eight groups of an IPv6 address; `::` stands for as many zeros as are missing. */
function groupsOf(address: string): number[] {
  const dotted = /(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
  const [a = 0, b = 0, c = 0, d = 0] = dotted?.slice(1).map(Number) ?? [];
  const tail = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
  const text = dotted ? address.slice(0, dotted.index) + tail : address;
  const [head = [], rest = []] = text.split('::').map((half) => half.split(':').filter(Boolean));
  const zeros = Array.from({ length: 8 - head.length - rest.length }, () => '0');
  return [...head, ...zeros, ...rest].map((group) => Number.parseInt(group, 16));
}
