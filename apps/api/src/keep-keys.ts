import type { Deps } from './deps.js';
import { recordAuditOnce } from './features/instance/audit.model.js';
import { KeysError, keysFileOf, readKeyFile, rotateKeyFile } from './key-file.js';
import { isRotationDue } from './key-ring.js';
import { ringKeys } from './keys.js';

const lookMs = 10_000;

export interface KeptKeys {
  /** Looks at the file now: what has changed holds from here on. */
  look(): Promise<void>;
  stop(): void;
}

/**
 * Follows `keys.json` as long as the process lives: rotates it when that is due, and takes what `npm run rotate-keys`
 * or another process put there. `deps.keys` changes; who wants the keys reads them there, each time.
 */
export function keepKeys(deps: Deps): KeptKeys {
  const path = keysFileOf(deps.env);
  const audited = new Set<string>();
  let said = '';

  const rotateIfDue = async (now: Date) => {
    try {
      if (await rotateKeyFile(path, now, true)) deps.log.info('the signing keys were rotated');
    } catch (error) {
      if (!(error instanceof KeysError)) throw error;
      sayOnce(error.message);
    }
  };

  // The same every ten seconds helps nobody.
  const sayOnce = (message: string) => {
    if (message !== said) deps.log.warn({ message }, 'the signing keys could not be kept');
    said = message;
  };

  const look = async () => {
    const now = deps.now();
    let file = await readKeyFile(path);
    if (file && isRotationDue(file.signing, now)) {
      await rotateIfDue(now);
      file = await readKeyFile(path);
    }
    if (!file) throw new KeysError(`There is no ${path} any more. Restore it from a backup.`);
    deps.keys = { ...deps.keys, ...ringKeys(file, now, path) };
    // The last one has replaced none.
    for (const key of file.signing.slice(0, -1)) {
      if (audited.has(key.kid)) continue;
      // Every process notices; the first one writes it down.
      await recordAuditOnce(key.kid, 'keys-rotated', { detail: { kid: key.kid } }, now);
      audited.add(key.kid);
    }
  };

  const lookAndTell = () => look().catch((error: Error) => sayOnce(error.message));
  void lookAndTell();
  const timer = setInterval(lookAndTell, lookMs).unref();
  return { look, stop: () => clearInterval(timer) };
}
