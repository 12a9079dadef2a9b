import { EnvError, readEnv } from './env.js';
import { KeysError, keysFileOf, rotateKeyFile } from './key-file.js';
import { publishedMs } from './key-ring.js';

// `npm run rotate-keys`
try {
  const path = keysFileOf(readEnv(process.env));
  const now = new Date();
  await rotateKeyFile(path, now);
  const from = new Date(now.getTime() + publishedMs).toISOString().slice(11, 19);
  console.log(
    `${path} has a new signing key. It signs from ${from} UTC on; a Waymark that runs notices by itself. ` +
      'Nobody is signed out.',
  );
} catch (error) {
  const isForTheOwner = error instanceof KeysError || error instanceof EnvError;
  console.error(isForTheOwner ? error.message : error);
  process.exitCode = 1;
}
