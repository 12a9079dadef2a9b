// `npm run rotate-keys`: a new signing key, also while Waymark runs. Nobody is signed out.
import { runApiCommand } from './lib/run-command.mjs';

await runApiCommand('rotate-keys');
