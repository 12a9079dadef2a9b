import { domainToASCII } from 'node:url';

/**
 * What makes two e-mail addresses the same: the domain as punycode without a trailing dot, A–Z folded in
 * both parts, and nothing else. `undefined` where the domain is none.
 */
export function emailKey(email: string): string | undefined {
  const at = email.lastIndexOf('@');
  const local = email.slice(0, at);
  const domain = domainToASCII(email.slice(at + 1)).replace(/\.$/, '');
  if (at < 1 || !/^[\x21-\x7e]+$/.test(local) || !/^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(domain)) return undefined;
  return `${local.replace(/[A-Z]/g, (letter) => letter.toLowerCase())}@${domain}`;
}
