import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an IP address is one that anybody may be at: no loopback, private, link-local, metadata, multicast or reserved
 * one, whatever it is wrapped in. Source: IANA's special-purpose registries, as `ipaddr.js` keeps them.
 */
export function isPublicAddress(address: string): boolean {
  // A zone (`fe80::1%eth0`) exists on a link alone.
  if (isIP(address) === 0 || address.includes('%')) return false;
  const parsed = ipaddr.parse(address);
  const range = parsed.range();
  // Where a network has IPv6 alone, public IPv4 addresses are reached under this prefix (RFC 6052).
  if (range === 'rfc6052') return isPublicAddress(ipaddr.fromByteArray(parsed.toByteArray().slice(12)).toString());
  if (range !== 'unicast') return false;
  // Of version 6 only this is given to anybody (RFC 4291); the library takes `::127.0.0.1` for one, too.
  return parsed instanceof ipaddr.IPv4 || parsed.match(globalUnicast);
}
