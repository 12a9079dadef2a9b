import { randomBytes } from 'node:crypto';
import { Secret } from 'otpauth';
import { hashToken } from '../credentials/links.js';

const howMany = 10;
/** 130 bits in letters of 5 bits each. */
const letters = 26;

/** `7KQ2N-…`: in five groups, so that the eye finds its place again. */
function newRecoveryCode(): string {
  const text = Secret.fromHex(randomBytes(17).toString('hex')).base32.slice(0, letters);
  return [text.slice(0, 5), text.slice(5, 10), text.slice(10, 16), text.slice(16, 21), text.slice(21)].join('-');
}

/** Ten codes to be shown this once, and what is kept of them. */
export function newRecoveryCodes(): { recoveryCodes: string[]; recoveryHashes: string[] } {
  const recoveryCodes = Array.from({ length: howMany }, newRecoveryCode);
  return { recoveryCodes, recoveryHashes: recoveryCodes.map((code) => hashRecoveryCode(plainCode(code))) };
}

/** A code as it was meant: without the spaces and dashes that it was written with, in capitals. */
export function plainCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .toUpperCase();
}

/** The alphabet has no 0, 1 and 8: who reads one of them on paper has an O, an I or a B before them. */
export function hashRecoveryCode(plain: string): string {
  return hashToken(plain.replaceAll('0', 'O').replaceAll('1', 'I').replaceAll('8', 'B'));
}
