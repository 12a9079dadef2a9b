import { timingSafeEqual } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

const periodSeconds = 30;
const digits = 6;
/** RFC 4226 asks for 128 bits at least, and recommends these. */
const seedBytes = 20;

/** A new seed, in the base32 that people type and authenticators read. */
export function newSeed(): string {
  return new Secret({ size: seedBytes }).base32;
}

function totpOf(seed: string, issuer = '', label = ''): TOTP {
  return new TOTP({ issuer, label, secret: seed, algorithm: 'SHA1', digits, period: periodSeconds });
}

/** The address that an authenticator reads: whose seed it is, and for what. */
export function addressOf(seed: string, issuer: string, label: string): string {
  return totpOf(seed, issuer, label).toString();
}

/** The time step whose code this is: the one of now, or the one before it for who types slowly. Never one to come. */
export function findStep(seed: string, code: string, now: Date): number | undefined {
  const totp = totpOf(seed);
  const current = totp.counter({ timestamp: now.getTime() });
  const given = Buffer.from(code);
  return [current, current - 1].find((step) => {
    const expected = Buffer.from(totp.generate({ timestamp: step * periodSeconds * 1000 }));
    // Of bytes, not of letters: what was typed may be anything.
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}
