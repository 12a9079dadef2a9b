import type { TwoFactorPolicy } from '@waymark/contract';
import { TOTP } from 'otpauth';
import { readSettings, SettingsDocument } from '../src/features/instance/settings.model.js';
import type { Client } from './client.js';
import { second } from './start.js';

/** The code that an authenticator shows, so many steps of 30 seconds from now. */
export function codeOf(secret: string, now: Date, stepsFromNow = 0): string {
  return new TOTP({ secret }).generate({ timestamp: now.getTime() + stepsFromNow * 30 * second });
}

/** A code of the right length that is none of the steps that could be taken. */
export function wrongCodeOf(secret: string, now: Date): string {
  const near = new Set([-1, 0].map((steps) => codeOf(secret, now, steps)));
  const candidates = ['000000', '111111', '222222'];
  return candidates.find((code) => !near.has(code)) ?? '';
}

/** Turns it on with the code of the step before, so that the one of now can still sign in. */
export async function turnOnTwoFactor(member: Client): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { secret } = await member.ok('beginTwoFactor');
  const body = { code: codeOf(secret, member.app.now(), -1) };
  const { recoveryCodes } = await member.ok('confirmTwoFactor', { body });
  return { secret, recoveryCodes };
}

/** What the owner decides. Test files of one worker share the settings: set it back to `optional`. */
export async function setTwoFactorPolicy(twoFactor: TwoFactorPolicy): Promise<void> {
  const settings = await readSettings();
  await SettingsDocument.updateOne({ _id: 'settings' }, { $set: { ...settings, twoFactor } }, { upsert: true });
}
