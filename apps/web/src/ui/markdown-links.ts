/**
 * Whether a member's text may link to it: absolute http(s) addresses alone. `//host`, `tel:`, `data:` and
 * addresses of our own pages are text then.
 */
export function isSafeLink(address: string): boolean {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return false;
  const url = new URL(address);
  return url.username === '' && url.password === '';
}
