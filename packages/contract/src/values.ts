import { z } from 'zod';

/** Control and bidirectional characters make a name lie about itself. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const unsafeCharacters = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** A text of one line that shows what it is. */
const oneLine = (text: string) => !unsafeCharacters.test(text);
const leaveOut = 'Leave out control characters';

export const Name = z
  .string()
  .trim()
  .min(1, 'Tell us what to call you')
  .max(80, 'At most 80 characters')
  .refine(oneLine, leaveOut);

/** Some words on one line; may be empty. `longest`: characters. */
export function Words(longest: number) {
  return z.string().trim().max(longest, `At most ${longest} characters`).refine(oneLine, leaveOut);
}

/** `https://…/u/:handle`. Lower case, 3–30 characters. */
export const Handle = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{1,28})[a-z0-9]$/, 'Use 3 to 30 small letters, digits and hyphens');

/** The local part is printable ASCII; the domain may be international and is stored as punycode. */
export const Email = z
  .string()
  .max(254, 'At most 254 characters')
  .regex(/^[\x21-\x3f\x41-\x7e]{1,64}@[^\s@]{1,189}$/, 'This does not look like an e-mail address');

/** Nothing is trimmed or changed. The API also refuses the commonest ones and the account's own words. */
export const NewPassword = z.string().min(8, 'At least 8 characters').max(128, 'At most 128 characters');

/** An IANA time zone that this server knows. */
export const TimeZone = z
  .string()
  .max(64)
  .refine((zone) => {
    try {
      new Intl.DateTimeFormat('en', { timeZone: zone });
      return true;
    } catch {
      return false;
    }
  }, 'Not a time zone that we know, such as Europe/Berlin');

/** The day on which weeks begin: 1 for Monday to 7 for Sunday. */
export const WeekStart = z.int().min(1, 'From 1, Monday').max(7, 'To 7, Sunday');
