/** Control and bidirectional characters can make an address show as another. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const unsafe = /[\u0000-\u0020\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** A link as it is typed, in the form in which it can be kept; `null`: the address cannot be taken. */
export function readLink(title: string, address: string): { title: string; url: string } | null {
  const typed = address.trim();
  const url = /^[a-z]+:/i.test(typed) ? typed : `https://${typed}`;
  if (typed === '' || unsafe.test(url) || /^[a-z]+:\/*[^/?#]*@/i.test(url) || url.length > 2048) return null;
  if (!URL.canParse(url) || new URL(url).protocol !== 'https:') return null;
  const { hostname } = new URL(url);
  return { title: (title.trim() || hostname).slice(0, 120), url };
}
